import { z } from 'zod';
import {
  AccountSettings,
  Capacity,
  DisplayName,
  Login,
  OwnSettings,
  Role,
} from '../../core/staff/account.ts';
import { Language } from '../../core/knowledge/localized.ts';

/** An instant, ISO 8601 in UTC. */
export const Instant = z.string().meta({ format: 'date-time' });
/** Ids are made here; nobody chooses them. */
export const Id = z.string().regex(/^[\w-]{1,64}$/);

/** Somebody who works here, as all of them may see it. */
export const StaffMember = AccountSettings.extend({
  id: z.string(),
  login: z.string(),
  joined: z.boolean().describe('Whether they have ever come in; before, they are only invited.'),
  version: z.int().describe('Name it in a change.'),
  since: Instant,
}).meta({ id: 'StaffMember' });
export type StaffMember = z.infer<typeof StaffMember>;

export const StaffList = z.strictObject({ staff: z.array(StaffMember) });

export const StaffLoads = z.strictObject({
  loads: z.array(z.strictObject({ id: z.string(), talks: z.int().describe('Talks they are in now.') })),
});

export const Invitation = z.strictObject({
  login: Login,
  name: DisplayName,
  role: Role.default('mediator'),
  capacity: Capacity.default(4),
  language: Language.default('zh-CN'),
});

export const OneTimeLink = z
  .strictObject({
    token: z.string().describe('Shown now and never again. The page `/console/#link=<token>` uses it.'),
    expires: Instant,
  })
  .meta({ id: 'OneTimeLink' });

export const Invited = z.strictObject({ account: StaffMember, link: OneTimeLink });

/** A change of somebody's settings, decided on a version of their account. */
export const StaffChange = AccountSettings.partial().extend({ version: z.int().min(0) });

export const OwnChange = OwnSettings.partial();

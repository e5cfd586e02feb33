import { z } from 'zod';
import type { Staff } from '../../../console/staff.ts';
import {
  Id,
  Invitation,
  Invited,
  OneTimeLink,
  StaffChange,
  StaffList,
  StaffMember,
} from '../../../protocol/console/staff.ts';
import { type ConsoleRoute, type Refusal, route } from '../route.ts';

const params = z.strictObject({ id: Id });

/** The people who work here. */
export const staffRoutes = ({ accounts }: Staff): ConsoleRoute[] => [
  route({
    method: 'GET',
    path: '/staff',
    summary: 'Everybody who works here or did',
    who: 'mediator',
    scope: 'staff:read',
    answer: StaffList,
    handle: async () => ({ staff: await accounts.all() }),
  }),
  route({
    method: 'POST',
    path: '/staff',
    summary: 'Invites somebody: hand them the link',
    who: 'supervisor',
    scope: null,
    body: Invitation,
    answer: Invited,
    errors: ['login-taken'],
    handle: ({ actor, body }) => accounts.invite(body, actor),
  }),
  route({
    method: 'GET',
    path: '/staff/:id',
    summary: 'Somebody who works here',
    who: 'mediator',
    scope: 'staff:read',
    params,
    answer: StaffMember,
    handle: async ({ params }) => (await accounts.find(params.id)) ?? { refused: 'not-found' },
  }),
  route({
    method: 'PATCH',
    path: '/staff/:id',
    summary: 'Changes role, capacity, duty and the like, or disables and enables',
    who: 'supervisor',
    scope: null,
    params,
    body: StaffChange,
    answer: StaffMember,
    errors: ['stale', 'last-supervisor', 'disabled'],
    async handle({ actor, params, body: { version, ...changes } }) {
      const changed = await accounts.change(params.id, version, changes, actor);
      return 'refused' in changed ? asAnswered(changed) : changed;
    },
  }),
  route({
    method: 'POST',
    path: '/staff/:id/link',
    summary: 'A link with which somebody sets a password anew',
    who: 'supervisor',
    scope: null,
    params,
    answer: OneTimeLink,
    errors: ['disabled'],
    async handle({ actor, params }) {
      const link = await accounts.offerLink(params.id, actor);
      return 'refused' in link ? asAnswered(link) : link;
    },
  }),
];

const asAnswered = <Why extends Refusal['refused']>({
  refused,
  ...more
}: {
  refused: Why | 'unknown';
}): Refusal => ({ ...more, refused: refused === 'unknown' ? 'not-found' : refused });

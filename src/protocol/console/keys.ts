import { z } from 'zod';
import { DisplayName } from '../../core/staff/account.ts';
import { Scope } from '../../core/staff/scope.ts';
import { Instant } from './staff.ts';

export const ApiKey = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    scopes: z.array(Scope),
    by: z.string().describe('Id of the account that made it.'),
    since: Instant,
    revoked: z.boolean(),
    lastUsed: z.string().nullable().describe('Day in UTC, YYYY-MM-DD; null: never.'),
  })
  .meta({ id: 'ApiKey' });

export const KeyList = z.strictObject({ keys: z.array(ApiKey) });

export const KeyOrder = z.strictObject({
  label: DisplayName.describe('What it is for.'),
  scopes: z.array(Scope).min(1),
});

export const KeyMade = z.strictObject({
  key: ApiKey,
  token: z.string().describe('Shown now and never again. Send it in `Authorization: Bearer`.'),
});

import { z } from 'zod';
import type { Staff } from '../../../console/staff.ts';
import { KeyList, KeyMade, KeyOrder } from '../../../protocol/console/keys.ts';
import { Id } from '../../../protocol/console/staff.ts';
import { type ConsoleRoute, route } from '../route.ts';

/** Keys of the operator's own systems. No key makes another. */
export const keyRoutes = ({ keys }: Staff): ConsoleRoute[] => [
  route({
    method: 'GET',
    path: '/keys',
    summary: 'All keys, without their secrets',
    who: 'supervisor',
    scope: null,
    answer: KeyList,
    handle: async () => ({ keys: await keys.all() }),
  }),
  route({
    method: 'POST',
    path: '/keys',
    summary: 'Makes a key; it is shown once',
    who: 'supervisor',
    scope: null,
    body: KeyOrder,
    answer: KeyMade,
    handle: ({ actor, body }) => keys.make(body, actor),
  }),
  route({
    method: 'DELETE',
    path: '/keys/:id',
    summary: 'Revokes a key for good',
    who: 'supervisor',
    scope: null,
    params: z.strictObject({ id: Id }),
    answer: 'nothing',
    handle: async ({ actor, params }) => (await keys.revoke(params.id, actor)) && { refused: 'not-found' },
  }),
];

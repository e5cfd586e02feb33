import type { Desk } from '../../console/desk.ts';
import type { Actor } from '../../console/staff.ts';
import { mediatorOf } from './mediator-of.ts';
import type { ConsoleRoute } from './route.ts';

/**
 * What an order that is given again led to the first time; null where it is none, or was never carried out. Whoever gave
 * it may no longer touch the conversation by now, and their answer may have got lost all the same.
 * @param sent the body as it came
 */
export type GivenBefore = (
  route: Pick<ConsoleRoute, 'gives' | 'body'>,
  actor: Actor,
  params: Record<string, unknown>,
  sent: unknown,
) => Promise<{ version: number } | null>;

export const givenBefore =
  (desk: Desk): GivenBefore =>
  async ({ gives, body }, actor, params, sent) => {
    const order = body?.safeParse(sent);
    if (!gives || !order?.success) return null;
    const conversation = String(params['id']);
    if (!(await desk.holder(conversation))) return null;
    const { id } = order.data as { id: string };
    const number = 'number' in params ? String(params['number']) : null;
    const version = await desk.carriedOut(conversation, { kind: gives, id, by: mediatorOf(actor), number });
    return version === null ? null : { version };
  };

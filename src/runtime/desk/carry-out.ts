import type { Done, OrderKind } from '../../console/desk.ts';
import type { Store } from '../../stores/store.ts';
import { Stale } from './stale.ts';

/** What an order is stored under, so that it is carried out once, however often it is given. */
export const causeOf = (kind: OrderKind, by: { id: string }, id: string): string => `${kind}:${by.id}:${id}`;

/**
 * Carries out an order and says what has become of it. One that is given again is answered as it was, whatever others
 * have done since: the answer may have got lost.
 */
export async function carryOut<R extends string>(
  store: Store,
  { stream, cause }: { stream: string; cause: string },
  work: () => Promise<Done<R>>,
): Promise<Done<R>> {
  const done = await work().catch((error: unknown): Done<R> => {
    if (!(error instanceof Stale)) throw error;
    return { done: false, refused: 'stale', version: error.version, since: error.since };
  });
  if (done.done || (await store.readCause(stream, cause)).length === 0) return done;
  return { done: true, version: done.version };
}

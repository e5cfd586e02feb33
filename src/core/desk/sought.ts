import type { Sought, Worker } from './assign.ts';
import type { Desk } from './evolve.ts';

/** What is known beside the desk of an item that waits. */
export interface Waiter {
  item: Pick<Sought, 'id' | 'urgency' | 'since'>;
  workers: readonly Worker[];
  /** Whether somebody cannot see any more what they are offered. */
  isGone: (mediator: string) => boolean;
  /** An instant, ISO 8601 in UTC. */
  now: string;
}

/**
 * Whom an item may be offered to. Whoever looks after it is asked first, as long as they are there and have room; whom
 * somebody gave it to by hand is waited for also without room. Null where nobody waits as the item says.
 */
export function soughtOf(desk: Desk, { item, workers, isGone, now }: Waiter): Sought | null {
  const { wait } = desk;
  if (!wait || wait.since !== item.since) return null;
  const refused = wait.declined.filter(({ until }) => until > now).map(({ mediator }) => mediator);
  const offer = wait.offer && {
    mediator: wait.offer.mediator.id,
    until: isGone(wait.offer.mediator.id) ? now : wait.offer.until,
  };
  const first = workers.find(
    ({ id, isOnDuty, load, capacity }) =>
      id === desk.mediator?.id && isOnDuty && !wait.passed.includes(id) && (desk.isByHand || load < capacity),
  );
  const barred = first ? workers.map(({ id }) => id).filter(id => id !== first.id) : [];
  return { ...item, barred, refused, passed: wait.passed, offer };
}

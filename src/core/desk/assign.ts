/** Somebody to whom work is given. Instants are ISO 8601 in UTC with milliseconds, so that they sort as text. */
export interface Worker {
  id: string;
  isOnDuty: boolean;
  /** So many talks at once. */
  capacity: number;
  /** Talks under way, without what is only offered. */
  load: number;
  /** When something was offered last; null: never. */
  servedAt: string | null;
}

/** An item for which somebody is sought. */
export interface Sought {
  id: string;
  /** Sorts by urgency, most urgent first. */
  urgency: string;
  since: string;
  /** Who must not have it, such as a party's relative. */
  barred: readonly string[];
  /** Who said no to it; they are not asked again. */
  refused: readonly string[];
  /** Who let the time for it pass, latest last; they are asked again when nobody else is free. */
  passed: readonly string[];
  /** To whom it is offered until when; null while to nobody. */
  offer: { mediator: string; until: string } | null;
}

export interface Offer {
  item: string;
  mediator: string;
}

export interface Assignment {
  /** Offers whose time is over; the mediator has let them pass. */
  lapsed: Offer[];
  /** What is offered now, in the order of the queue. */
  offers: Offer[];
}

/** The order of a queue: by urgency, then by who came first, ties by id. */
export const inQueueOrder = (
  a: Pick<Sought, 'urgency' | 'since' | 'id'>,
  b: Pick<Sought, 'urgency' | 'since' | 'id'>,
): number => compare(a.urgency, b.urgency) || compare(a.since, b.since) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Offers what waits to those who are free: item by item in the order of the queue, each to the mediator who was served
 * longest ago. What nobody can take stays in the queue and holds up nothing behind it.
 * @param now an instant, ISO 8601 in UTC
 */
export function assign(items: readonly Sought[], workers: readonly Worker[], now: string): Assignment {
  const lapsed: Offer[] = [];
  const load = new Map(workers.map(({ id, load }) => [id, load]));
  const waiting: Sought[] = [];
  for (const item of items.toSorted(inQueueOrder)) {
    const { offer } = item;
    if (offer && offer.until > now) load.set(offer.mediator, (load.get(offer.mediator) ?? 0) + 1);
    else if (offer) {
      const passed = [...item.passed.filter(id => id !== offer.mediator), offer.mediator];
      lapsed.push({ item: item.id, mediator: offer.mediator });
      waiting.push({ ...item, passed });
    } else waiting.push(item);
  }

  const turn = workers
    .filter(worker => worker.isOnDuty)
    .toSorted((a, b) => compare(a.servedAt ?? '', b.servedAt ?? '') || compare(a.id, b.id));
  const offers: Offer[] = [];
  for (const item of waiting) {
    const worker = nextFor(item, turn, load);
    if (!worker) continue;
    offers.push({ item: item.id, mediator: worker.id });
    load.set(worker.id, (load.get(worker.id) ?? 0) + 1);
    turn.splice(turn.indexOf(worker), 1);
    turn.push(worker);
  }
  return { lapsed, offers };
}

/** Whether a mediator may be offered an item, room aside. */
export const mayTake = ({ barred, refused }: Sought, { id, isOnDuty }: Worker): boolean =>
  isOnDuty && !barred.includes(id) && !refused.includes(id);

/** The first in turn who has not let it pass; where all have, the one who did so longest ago. */
function nextFor(
  item: Sought,
  turn: readonly Worker[],
  load: ReadonlyMap<string, number>,
): Worker | undefined {
  const free = turn.filter(worker => mayTake(item, worker) && (load.get(worker.id) ?? 0) < worker.capacity);
  const passedAt = ({ id }: Worker): number => item.passed.indexOf(id);
  return free.toSorted((a, b) => passedAt(a) - passedAt(b))[0];
}

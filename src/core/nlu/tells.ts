import type { Negotiation } from '../knowledge/negotiation.ts';

/** Something that happened, found at a place of the text. */
export interface Happening {
  concept: string;
  start: number;
  end: number;
}

interface Tell {
  negotiation: string;
  weight: number;
  /** The concepts that tell of the type where they come together; one named twice where it stands at two places. */
  concepts: string[];
}

/** The tells of all types by their first concept. */
export type Tells = ReadonlyMap<string, readonly Tell[]>;

export function tellsOf(negotiations: Iterable<Negotiation>): Tells {
  const all = [...negotiations].flatMap(({ id: negotiation, tells }) =>
    tells.flatMap(({ weight, one, with: others }) =>
      one
        .flatMap(first => others?.map(other => [first, other]) ?? [[first]])
        .map(concepts => ({ negotiation, weight, concepts })),
    ),
  );
  return Map.groupBy(all, ({ concepts }) => concepts[0] ?? '');
}

/** What a tell adds to a weightier one of the same type. */
const FURTHER = 1;

/**
 * How much what happened tells of each type: its weightiest tell counts in full, each further one that has a concept of
 * its own for a little.
 * @param happenings in reading order
 */
export function weighTells(happenings: readonly Happening[], tells: Tells): Map<string, number> {
  const weights = new Map<string, number>();
  const counted = new Map<string, Set<string>>();
  for (const { negotiation, weight, concepts } of metBy(happenings, tells)) {
    const before = counted.get(negotiation);
    if (before && concepts.every(concept => before.has(concept))) continue;
    counted.set(negotiation, new Set([...(before ?? []), ...concepts]));
    weights.set(negotiation, before ? (weights.get(negotiation) ?? 0) + FURTHER : weight);
  }
  return weights;
}

/** The tells that are met, the weightiest first. */
function metBy(happenings: readonly Happening[], tells: Tells): Tell[] {
  const met: Tell[] = [];
  if (happenings.length === 0) return met;
  const places = placesOf(happenings);
  for (const concept of places.keys())
    for (const tell of tells.get(concept) ?? []) {
      const other = tell.concepts[1];
      if (other === undefined || (places.get(other) ?? 0) >= (other === concept ? 2 : 1)) met.push(tell);
    }
  return met.sort((a, b) => b.weight - a.weight);
}

/** At how many places each concept stands; places that overlap are one. */
function placesOf(happenings: readonly Happening[]): Map<string, number> {
  const places = new Map<string, number>();
  const ends = new Map<string, number>();
  for (const { concept, start, end } of happenings) {
    const before = ends.get(concept) ?? 0;
    if (start >= before) places.set(concept, (places.get(concept) ?? 0) + 1);
    ends.set(concept, Math.max(end, before));
  }
  return places;
}

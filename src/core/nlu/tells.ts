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

/** The tells of all types by their first concept, then by their second; by the empty one where there is none. */
export type Tells = ReadonlyMap<string, ReadonlyMap<string, readonly Tell[]>>;

export function tellsOf(negotiations: Iterable<Negotiation>): Tells {
  const all: Tell[] = [...negotiations].flatMap(({ id: negotiation, tells }) =>
    tells.flatMap(({ weight, one, with: others }) =>
      one
        .flatMap(first => others?.map(other => [first, other]) ?? [[first]])
        .map(concepts => ({ negotiation, weight, concepts })),
    ),
  );
  return byConcepts(all);
}

export function byConcepts(tells: Tell[]): Tells {
  const byFirst = Map.groupBy(tells, ({ concepts }) => concepts[0] ?? '');
  return new Map(
    [...byFirst].map(([first, some]) => [first, Map.groupBy(some, ({ concepts }) => concepts[1] ?? '')]),
  );
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
    if (!before) counted.set(negotiation, new Set(concepts));
    else if (concepts.every(concept => before.has(concept))) continue;
    else for (const concept of concepts) before.add(concept);
    weights.set(negotiation, before ? (weights.get(negotiation) ?? 0) + FURTHER : weight);
  }
  return weights;
}

/** The tells that are met, the weightiest first. */
function metBy(happenings: readonly Happening[], tells: Tells): Tell[] {
  const met: Tell[] = [];
  const places = placesOf(happenings);
  for (const concept of places.keys()) {
    const withOther = tells.get(concept);
    if (!withOther) continue;
    met.push(...(withOther.get('') ?? []));
    for (const [other, times] of places)
      if (other !== concept || times > 1) met.push(...(withOther.get(other) ?? []));
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

export interface Trigger {
  negotiation: string;
  weight: number;
  start: number;
  end: number;
}

/** How strongly each type is told of, strongest first. A stretch of text counts once for a type, with its weightiest saying. */
export function scoreTypes(triggers: readonly Trigger[]): { negotiation: string; score: number }[] {
  const scores = new Map<string, number>();
  const counted = new Map<string, Set<number>>();
  for (const { negotiation, weight, start, end } of triggers.toSorted((a, b) => b.weight - a.weight)) {
    const places = counted.get(negotiation) ?? new Set();
    counted.set(negotiation, places);
    if (isAnyOf(places, start, end)) continue;
    for (let place = start; place < end; place++) places.add(place);
    scores.set(negotiation, (scores.get(negotiation) ?? 0) + weight);
  }
  return [...scores]
    .map(([negotiation, score]) => ({ negotiation, score }))
    .sort((a, b) => b.score - a.score);
}

function isAnyOf(places: ReadonlySet<number>, start: number, end: number): boolean {
  for (let place = start; place < end; place++) if (places.has(place)) return true;
  return false;
}

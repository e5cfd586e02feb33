export interface Trigger {
  negotiation: string;
  weight: number;
  start: number;
  end: number;
}

/** How strongly each type is told of, strongest first. */
export function scoreTypes(triggers: readonly Trigger[]): { negotiation: string; score: number }[] {
  if (triggers.length === 0) return [];
  return [...Map.groupBy(triggers.toSorted(weightiestFirst), ({ negotiation }) => negotiation)]
    .map(([negotiation, own]) => ({ negotiation, score: scoreOf(own) }))
    .sort((a, b) => b.score - a.score);
}

const weightiestFirst = (a: Trigger, b: Trigger): number => b.weight - a.weight;

/** One stretch of text counts once, with its weightiest saying. */
function scoreOf(triggers: readonly Trigger[]): number {
  const counted = new Set<number>();
  let score = 0;
  for (const { weight, start, end } of triggers) {
    if (isAnyOf(counted, start, end)) continue;
    score += weight;
    if (triggers.length > 1) for (let place = start; place < end; place++) counted.add(place);
  }
  return score;
}

function isAnyOf(places: ReadonlySet<number>, start: number, end: number): boolean {
  for (let place = start; place < end; place++) if (places.has(place)) return true;
  return false;
}

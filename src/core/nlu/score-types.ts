import { type Happening, type Tells, weighTells } from './tells.ts';

/** A saying of a type, found at a place of the text. */
export interface Trigger {
  negotiation: string;
  weight: number;
  start: number;
  end: number;
}

/** What a message holds that tells of types, in reading order. */
export interface Evidence {
  triggers: Trigger[];
  happenings: Happening[];
  /** Places that show that it is about something else: a doctor, the traffic. */
  elsewhere: { start: number }[];
}

export interface TypeScore {
  negotiation: string;
  score: number;
  /** The part of the score that the type's own sayings give; the rest is told by what happened. */
  named: number;
  /** How likely the type is meant, from 0 to 1; what is left over to 1 is for the other types and for none. */
  confidence: number;
}

/** One point more makes a type so many times likelier. */
const ODDS_PER_POINT = 3;
/** A long story may name a doctor, a job and a school, and still be one of ours. */
const MOST_ELSEWHERE = 2;

/** How strongly each type is told of, strongest first. Sayings and tells often lie in the same words, so the lesser counts half. */
export function scoreTypes({ triggers, happenings, elsewhere }: Evidence, tells: Tells): TypeScore[] {
  const named = weighTriggers(triggers);
  const told = weighTells(happenings, tells);
  const types = [...new Set([...named.keys(), ...told.keys()])].map(negotiation => {
    const [less = 0, more = 0] = [named.get(negotiation) ?? 0, told.get(negotiation) ?? 0].sort(
      (a, b) => a - b,
    );
    return { negotiation, named: named.get(negotiation) ?? 0, score: more + less / 2 };
  });
  const noneOfThem = ODDS_PER_POINT ** Math.min(elsewhere.length, MOST_ELSEWHERE);
  const all = types.reduce((sum, { score }) => sum + ODDS_PER_POINT ** score, noneOfThem);
  return types
    .map(type => ({ ...type, confidence: ODDS_PER_POINT ** type.score / all }))
    .sort((a, b) => b.score - a.score);
}

/** A stretch of text counts once for a type, with its weightiest saying. */
function weighTriggers(triggers: readonly Trigger[]): Map<string, number> {
  const weights = new Map<string, number>();
  const counted = new Map<string, Set<number>>();
  for (const { negotiation, weight, start, end } of triggers.toSorted((a, b) => b.weight - a.weight)) {
    const places = counted.get(negotiation) ?? new Set();
    counted.set(negotiation, places);
    if (isAnyOf(places, start, end)) continue;
    for (let place = start; place < end; place++) places.add(place);
    weights.set(negotiation, (weights.get(negotiation) ?? 0) + weight);
  }
  return weights;
}

function isAnyOf(places: ReadonlySet<number>, start: number, end: number): boolean {
  for (let place = start; place < end; place++) if (places.has(place)) return true;
  return false;
}

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
  if (triggers.length === 0 && happenings.length === 0) return [];
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

/** A message that tells of types more often than this has told enough. */
const MOST_TRIGGERS = 64;

/** A stretch of text counts once for a type, with its weightiest saying. */
function weighTriggers(triggers: readonly Trigger[]): Map<string, number> {
  const weights = new Map<string, number>();
  const counted: Trigger[] = [];
  for (const trigger of triggers.toSorted((a, b) => b.weight - a.weight)) {
    if (counted.length >= MOST_TRIGGERS) break;
    if (counted.some(other => isOfOneStretch(other, trigger))) continue;
    counted.push(trigger);
    const { negotiation, weight } = trigger;
    weights.set(negotiation, (weights.get(negotiation) ?? 0) + weight);
  }
  return weights;
}

const isOfOneStretch = (a: Trigger, b: Trigger): boolean =>
  a.negotiation === b.negotiation && a.start < b.end && b.start < a.end;

import type { Measured, Verdict } from '../tally.ts';
import type { Case, Result } from './case.ts';

/** A value of ours in their shape: where it stands and, per reading, its resolution as text. */
export interface Ours {
  start: number;
  end: number;
  readings: string[];
}

/**
 * A case is right when every result of it is found with the same span and the same resolution, and nothing else is.
 * Several readings of one value are a question to the person.
 * @param resolved a result's resolution as text
 */
export function match(one: Case, ours: Ours[], resolved: (result: Result) => string): Measured {
  const verdicts = one.Results.map(result => verdictOn(result, resolved(result), ours));
  const surplus = ours.filter(({ start, end }) => !one.Results.some(result => isAt(result, start, end)));
  if (surplus.length > 0) verdicts.push('wrong');
  const worst = (['wrong', 'missed', 'asked'] as const).find(verdict => verdicts.includes(verdict));
  return {
    input: one.Input,
    verdict: worst ?? 'right',
    expected: one.Results.map(result => `${result.Text} ${resolved(result)}`).join('; ') || 'nothing',
    got:
      ours
        .map(({ start, end, readings }) => `${one.Input.slice(start, end)} ${readings.join(' | ')}`)
        .join('; ') || 'nothing',
  };
}

function verdictOn(result: Result, expected: string, ours: Ours[]): Verdict {
  const found = ours.find(({ start, end }) => isAt(result, start, end));
  if (!found) return 'missed';
  if (!found.readings.includes(expected)) return 'wrong';
  return found.readings.length > 1 ? 'asked' : 'right';
}

const isAt = ({ Start, End }: Result, start: number, end: number): boolean =>
  Start === start && (End ?? 0) === end - 1;

/** A double with the fifteen digits that their files show. */
export const digits15 = (value: number): string => String(Number(value.toPrecision(15)));

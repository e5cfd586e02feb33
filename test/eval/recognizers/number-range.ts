import { normalize } from '../../../src/core/language/normalize.ts';
import { type End, type NumberRange, numberRangesIn } from '../../../src/core/nlu/values/number-range.ts';
import type { Measured } from '../tally.ts';
import type { Case } from './case.ts';
import { digits15, match, type Ours } from './match.ts';

/**
 * Their stretch from one number to another leaves the second out, where ours holds both. Of a vague number they know the
 * lower end only, and it is left out; 以上 and 以下 leave the number out as well, which to us, as in law, hold it.
 */
export function numberRange(one: Case): Measured {
  const text = normalize(one.Input);
  const ours = numberRangesIn(text).map(range => inTheirShape(text, range));
  return match(one, ours, ({ Resolution }) => String(Resolution?.['value']));
}

function inTheirShape(text: string, { start, end, lo, hi, rule }: NumberRange): Ours {
  const words = text.slice(start, end);
  const opens = (side: RegExp): boolean => side.test(words) && !/或|者/.test(words);
  const from = lo && { ...lo, closed: lo.closed && rule !== 'vague' && !opens(/以上|之上/) };
  const to = hi && { ...hi, closed: hi.closed && rule !== 'stretch' && !opens(/以下|之下|以内|之内/) };
  const upper = rule === 'vague' ? null : to;
  return { start, end, readings: [`${lower(from)},${upperOf(upper)}`] };
}

const lower = (end: End | null): string => (end ? (end.closed ? '[' : '(') + digits15(end.value) : '(');
const upperOf = (end: End | null): string => (end ? digits15(end.value) + (end.closed ? ']' : ')') : ')');

import { type NumberFound, ONE } from '../../../src/core/language/number.ts';
import { normalize } from '../../../src/core/language/normalize.ts';
import { figuresIn } from '../../../src/core/nlu/values/figure.ts';
import type { Measured } from '../tally.ts';
import type { Case } from './case.ts';
import { digits15, match, type Ours } from './match.ts';

/**
 * Their number is one value where ours is an interval: of a vague number (十多万, 一百零几万) it is the lower bound, and
 * 多 or 几 at its very end is outside it.
 */
export function number(one: Case): Measured {
  const text = normalize(one.Input);
  const ours = figuresIn(text).map(figure => inTheirShape(text, figure));
  return match(one, ours, ({ Resolution }) => digits15(Number(Resolution?.['value'])));
}

function inTheirShape(text: string, { start, end, readings }: NumberFound): Ours {
  const vague = /[多几余]$/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start, end: end - vague, readings: readings.map(({ lo }) => digits15(lo / ONE)) };
}

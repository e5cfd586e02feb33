import type { RateValue } from '../../../src/core/knowledge/value.ts';
import { normalize } from '../../../src/core/language/normalize.ts';
import { rate } from '../../../src/core/nlu/values/rate.ts';
import type { Recognised } from '../../../src/core/nlu/values/recogniser.ts';
import { contextOf } from '../../support/reading-context.ts';
import type { Measured } from '../tally.ts';
import type { Case } from './case.ts';
import { digits15, match, type Ours } from './match.ts';

/**
 * Theirs is one percentage, be it a share, a discount or points; ours also reads fractions (五百分之二) and stretches
 * (5-20%, 二三十个百分点), of which they know what a percent sign stands by: the second number alone, or none.
 */
export function percent(one: Case): Measured {
  const text = normalize(one.Input);
  const ours = rate(text, contextOf())
    .filter(({ rule }) => rule !== 'rate-fraction')
    .flatMap(found => inTheirShape(text, found));
  return match(one, ours, ({ Resolution }) => {
    const value = Number(String(Resolution?.['value']).replace('%', ''));
    return digits15(value);
  });
}

function inTheirShape(text: string, found: Recognised<RateValue>): Ours[] {
  const { start, end, words, candidates } = found;
  const joint = /(?<=.)(?:[-~]|到|至)/.exec(words);
  if (joint) {
    const middle = start + joint.index;
    return [
      [start, middle],
      [middle + joint[0].length, end],
    ].flatMap(([from = 0, to = 0]) =>
      rate(text.slice(from, to), contextOf()).flatMap(one =>
        inTheirShape(text, { ...one, start: from + one.start, end: from + one.end }),
      ),
    );
  }
  const exact = candidates.filter(({ lo, hi }) => lo === hi);
  return exact.length > 0 ? [{ start, end, readings: exact.map(({ lo }) => digits15(lo ?? 0)) }] : [];
}

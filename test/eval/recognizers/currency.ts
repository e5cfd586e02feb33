import { isExact, ONE } from '../../../src/core/language/number.ts';
import { normalize } from '../../../src/core/language/normalize.ts';
import { figuresIn } from '../../../src/core/nlu/values/figure.ts';
import { money } from '../../../src/core/nlu/values/money.ts';
import { unitAfter } from '../../../src/core/nlu/values/money-unit.ts';
import { contextOf } from '../../support/reading-context.ts';
import type { Measured } from '../tally.ts';
import type { Case } from './case.ts';
import { digits15, match, type Ours } from './match.ts';

/** Their units that have no code of their own, by ours. */
const WITHOUT_CODE: Record<string, string> = { BTC: 'Bitcoin' };
/**
 * Their amounts are doubles of a unit, where ours are whole fen: what those cannot hold (1.0753 or 24 digits) is no
 * amount to us, and is put together here from its number and its unit. They also list a currency that is named beside no number (人民币).
 */
export function currency(one: Case): Measured {
  const text = normalize(one.Input);
  const amounts = money(text, contextOf())
    .filter(({ rule }) => rule === 'money-unit')
    .map(
      ({ start, end, candidates }): Ours => ({
        start,
        end,
        readings: candidates.map(value =>
          said(value.currency, (value.lo ?? value.hi ?? 0) / 100, text.slice(start, end)),
        ),
      }),
    );
  const all = [...amounts, ...notInFen(text)];
  return match(one, [...all, ...namedAlone(text, all)], ({ Resolution }) => {
    const { isoCurrency, unit, value } = Resolution ?? {};
    return `${String(isoCurrency ?? unit)} ${value === null ? null : digits15(Number(value))}`;
  });
}

/** The sign $ alone is a dollar of no country to them. */
function said(code: string, value: number | null, words: string): string {
  const unit = /^\$/.test(words) ? 'Dollar' : (WITHOUT_CODE[code] ?? code);
  return `${unit} ${value === null ? null : digits15(value)}`;
}

function notInFen(text: string): Ours[] {
  return figuresIn(text).flatMap(figure => {
    const value = (figure.readings[0]?.lo ?? 0) / ONE;
    const inFen = isExact(figure) && Number.isInteger(value * 100);
    const unit = inFen ? null : unitAfter(text, figure.end);
    return unit ? [{ start: figure.start, end: unit.edge, readings: [said(unit.currency, value, '')] }] : [];
  });
}

function namedAlone(text: string, amounts: Ours[]): Ours[] {
  const found: Ours[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = unitAfter(text, at);
    const taken = amounts.some(({ start, end }) => at < end && start < (unit?.edge ?? at));
    if (!unit || taken || unit.edge - at < 2 || unit.colloquial || /^[ 元块a-z]/.test(text.slice(at)))
      continue;
    found.push({ start: at, end: unit.edge, readings: [said(unit.currency, null, '')] });
    at = unit.edge - 1;
  }
  return found;
}

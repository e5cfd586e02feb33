import { type Exact, exact, ONE } from '../exact.ts';
import { type Extent, LONGEST, type Numeral } from '../numeral.ts';
import { type NumeralToken, nextToken } from './numeral-tokens.ts';

const NOUGHT: Extent = { lo: 0n, hi: 0n };

const timesTen = (value: Extent, power: number): Extent => {
  const factor = 10n ** BigInt(power);
  return { lo: value.lo * factor, hi: value.hi * factor };
};
const sums = (some: Extent[], others: Extent[]): Extent[] =>
  some.flatMap(a => others.map(b => ({ lo: a.lo + b.lo, hi: a.hi + b.hi })));

/**
 * Reads the numeral that begins at `at`: Arabic digits, Chinese digits and both mixed, with 万 and 亿, 3w5 and 2k,
 * 三万五 (35 000), 七八百 (700 to 800), 几十, 30多万. Null where none begins there.
 */
export function readNumeral(text: string, at: number): Numeral | null {
  const tokens: NumeralToken[] = [];
  let end = at;
  for (let token = nextToken(text, end, tokens); token; token = nextToken(text, end, tokens)) {
    tokens.push(token);
    end = token.end;
    if (end - at > 4 * LONGEST) break;
  }
  if (end === at) return null;
  const written = text.slice(at, end);
  return {
    start: at,
    end,
    readings: written.length > LONGEST ? [] : distinct(evaluate(tokens)),
    vague: tokens.some(token => token.is === 'more' || token.is === 'about') || /[几数]/.test(written),
    digits: /^\d+$/.test(written) ? written : null,
    scaled: tokens.some(token => token.is === 'unit' || token.is === 'section'),
    factor: factorOf(tokens),
  };
}

/**
 * Units fall inside a section (三千五百), sections close with 万 and 亿. What breaks that order has no reading.
 * Every place where the words leave two sums open adds a reading instead of choosing.
 */
function evaluate(tokens: NumeralToken[]): Extent[] {
  let total: Extent[] = [NOUGHT];
  let section: Extent[] = [NOUGHT];
  let digits: (NumeralToken & { is: 'digits' }) | null = null;
  let fraction: Exact = 0n;
  let nought = false;
  let power = 0;
  let unitBefore = Number.POSITIVE_INFINITY;
  let sectionBefore = Number.POSITIVE_INFINITY;

  const open = (): Extent[] => sums(section, digits ? withTail(digits, nought ? 0 : power) : [{ lo: fraction, hi: fraction }]);
  for (const token of tokens) {
    switch (token.is) {
      case 'digits':
        digits = token;
        break;
      case 'nought':
        nought = true;
        break;
      case 'fraction':
        fraction = token.value;
        section = sums(section, [{ lo: fraction, hi: fraction }]);
        break;
      case 'unit': {
        if (token.power >= unitBefore) return [];
        const values: Extent[] = digits?.values ?? [{ lo: ONE, hi: ONE }];
        section = sums(section, values.map(value => timesTen({ lo: value.lo + fraction, hi: value.hi + fraction }, token.power)));
        if (fraction > 0n) section = sums(section, [{ lo: -fraction, hi: -fraction }]);
        [digits, fraction, nought, power, unitBefore] = [null, 0n, false, token.power, token.power];
        break;
      }
      case 'section': {
        if (token.power >= sectionBefore) return [];
        const isBare = !digits && unitBefore === Number.POSITIVE_INFINITY && total.every(value => value.hi === 0n);
        const part = isBare ? [{ lo: ONE, hi: ONE }] : open();
        const scaled = sums(token.power === 8 ? total : [NOUGHT], part).map(value => timesTen(value, token.power));
        total = token.power === 8 ? scaled : sums(total, scaled);
        section = [NOUGHT];
        [digits, fraction, nought, power, sectionBefore] = [null, 0n, false, token.power, token.power];
        unitBefore = Number.POSITIVE_INFINITY;
        break;
      }
      case 'more':
        if (digits) digits = { ...digits, values: digits.values.map(value => upToNextStep(value)) };
        else if (unitBefore < Number.POSITIVE_INFINITY) section = section.map(value => upToNextStep(value));
        else total = total.map(value => upToNextStep(value, power));
        break;
      case 'about':
        break;
      default:
        token satisfies never;
    }
  }
  return sums(total, open());
}

/** What digits mean after a unit: 三万五 is 35 000, 3万500 is 30 500, 3万05 may be either. */
function withTail(token: NumeralToken & { is: 'digits' }, power: number): Extent[] {
  const { raw, values } = token;
  if (power === 0 || raw === '') return values;
  const next = (value: Extent): Extent => timesTen(value, power - 1);
  if (!token.arabic) {
    if (raw.length === 1) return values.map(next);
    return values.map(value => (value.lo < value.hi ? next(value) : value));
  }
  if (!/^\d+$/.test(raw) || raw.length > power) return [];
  if (raw.length === 1 && raw !== '0') return values.map(next);
  if (raw.length === power || (raw.length > 2 && !raw.startsWith('0'))) return values;
  const asFraction = exact(`0.${raw}`);
  return asFraction === null ? values : [...values, timesTen({ lo: asFraction, hi: asFraction }, power)];
}

/** 三百多 ends below four hundred, 一万多 below two; 10万多 stays below eleven. */
function upToNextStep(value: Extent, power?: number): Extent {
  let step: Exact = 1n;
  while (value.lo > 0n && value.lo % (step * 10n) === 0n) step *= 10n;
  const most = power === undefined ? step : ONE * 10n ** BigInt(power);
  return { lo: value.lo, hi: value.hi + (step < most ? step : most) };
}

function factorOf(tokens: NumeralToken[]): Exact | null {
  const scale = tokens.filter(token => token.is !== 'more' && token.is !== 'about');
  const last = scale.at(-1);
  const units = scale.filter(token => token.is === 'unit');
  if (last?.is === 'section') return ONE * 10n ** BigInt(last.power);
  return last?.is === 'unit' && units.length === 1 && scale.length <= 2 ? ONE * 10n ** BigInt(last.power) : null;
}

function distinct(readings: Extent[]): Extent[] {
  return readings.filter((one, at) => readings.findIndex(other => other.lo === one.lo && other.hi === one.hi) === at);
}

import type { CountValue, DateValue, MoneyValue, RateValue } from '../../knowledge/value.ts';
import { decimal, grouped } from '../amount.ts';
import type { Sayer } from '../say.ts';
import { endsBefore, hasLastedUntilNow, isWholeGrain } from '../open-date.ts';
import { wholeOf } from '../whole-of.ts';
import { numberInWords } from './in-words.ts';
import { CURRENCY_NAMES } from './money.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const UNITS: Record<CountValue['unit'], [one: string, many: string]> = {
  day: ['day', 'days'],
  month: ['month', 'months'],
  year: ['year', 'years'],
  times: ['time', 'times'],
  instalments: ['instalment', 'instalments'],
  pieces: ['item', 'items'],
  people: ['person', 'people'],
  none: ['', ''],
};

export const english: Sayer = { sayMoney, sayCount, sayDate, sayRate, spelledOut, yes: 'yes', no: 'no' };

const EACH: Record<NonNullable<MoneyValue['each']>, string> = {
  day: ' a day',
  week: ' a week',
  month: ' a month',
  year: ' a year',
  instalment: ' per instalment',
  time: ' each time',
};

function sayMoney({ lo, hi, currency, approx, each }: MoneyValue): string {
  const unit = CURRENCY_NAMES[currency] ?? currency;
  return `${span(lo, hi, approx, amount => decimal(amount, true))} ${unit}${each ? EACH[each] : ''}`;
}

function spelledOut(number: number): string {
  return ` (${numberInWords(number)})`;
}

function sayCount({ lo, hi, unit, approx }: CountValue): string {
  const [one, many] = UNITS[unit];
  const name = lo === 1 && hi === 1 ? one : many;
  return `${span(lo, hi, approx, grouped)}${name && ` ${name}`}`;
}

function sayRate({ lo, hi, form, per, approx }: RateValue): string {
  const said = (percent: number): string =>
    form === 'discount'
      ? `${percent}% of the price`
      : `${percent}${form === 'points' ? ' percentage points' : '%'}`;
  return `${span(lo, hi, approx, said)}${per ? ` a ${per}` : ''}`;
}

function span(lo: number | null, hi: number | null, approx: boolean, say: (bound: number) => string): string {
  if (lo === null && hi === null) return 'not certain';
  const about = approx ? 'about ' : '';
  if (lo === null) return `at most ${about}${say(hi ?? 0)}`;
  if (hi === null) return `at least ${about}${say(lo)}`;
  return about + (lo === hi ? say(lo) : `${say(lo)}–${say(hi)}`);
}

function sayDate(value: DateValue): string {
  const { lo, hi, grain, approx, open } = value;
  if (open) return sayOpen(value, open);
  const about = approx ? 'about ' : '';
  return about + (lo === hi ? sayPoint(lo) : sayStretch(lo, hi, grain));
}

/** The one end that was named. What is open is vague by itself, so nothing more is said of that. */
function sayOpen(value: DateValue, open: NonNullable<DateValue['open']>): string {
  const { lo, hi, grain } = value;
  switch (open) {
    case 'before':
      return `before ${sayPoint(endsBefore(value))}`;
    case 'until':
      return `up to ${sayPoint(hi)}`;
    case 'since':
      return `since ${lo === hi || hasLastedUntilNow(value) ? sayPoint(lo) : sayStretch(lo, hi, grain)}`;
    case 'after':
      return isWholeGrain(grain) ? `since ${sayPoint(lo)}` : `after ${sayPoint(lo)}`;
    default:
      return open satisfies never;
  }
}

function sayStretch(lo: string, hi: string, grain: DateValue['grain']): string {
  const whole = wholeOf(lo, hi);
  if (grain === 'year' && whole === 'year') return lo.slice(0, 4);
  if ((grain === 'month' || grain === 'year') && whole === 'month') return `${monthOf(lo)} ${lo.slice(0, 4)}`;
  if (lo.length > 10 && lo.slice(0, 10) === hi.slice(0, 10)) return `${sayPoint(lo)}–${hi.slice(11)}`;
  if (lo.length > 10 || hi.length > 10 || lo.slice(0, 4) !== hi.slice(0, 4))
    return `${sayPoint(lo)} to ${sayPoint(hi)}`;
  const from =
    lo.slice(0, 7) === hi.slice(0, 7) ? `${Number(lo.slice(8))}` : `${Number(lo.slice(8))} ${monthOf(lo)}`;
  return `${from} to ${sayPoint(hi)}`;
}

function monthOf(day: string): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
}

function sayPoint(point: string): string {
  const [day = '', time] = point.split('T');
  const said = `${Number(day.slice(8))} ${monthOf(day)} ${day.slice(0, 4)}`;
  return time === undefined ? said : `${said}, ${time}`;
}

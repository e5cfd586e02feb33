import type { CountValue, DateValue, MoneyValue, SlotValue } from '../../knowledge/value.ts';
import { decimal, grouped } from '../amount.ts';
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

export function sayInEnglish(value: SlotValue): string {
  switch (value.kind) {
    case 'money':
      return sayMoney(value);
    case 'date':
      return sayDate(value);
    case 'count':
      return sayCount(value);
    case 'order-number':
    case 'phone':
      return value.number;
    case 'counterparty':
      return value.name;
    case 'text':
      return value.text;
    case 'yes-no':
      return value.yes ? 'yes' : 'no';
    case 'choice':
      return value.choice;
    case 'product':
      return value.product;
    case 'non-answer':
      return value.reason;
    default:
      return value satisfies never;
  }
}

function sayMoney({ lo, hi, currency, approx }: MoneyValue): string {
  const unit = CURRENCY_NAMES[currency] ?? currency;
  return `${span(lo, hi, approx, amount => decimal(amount, true))} ${unit}`;
}

function sayCount({ lo, hi, unit, approx }: CountValue): string {
  const [one, many] = UNITS[unit];
  const name = lo === 1 && hi === 1 ? one : many;
  return `${span(lo, hi, approx, grouped)}${name && ` ${name}`}`;
}

function span(lo: number | null, hi: number | null, approx: boolean, say: (bound: number) => string): string {
  if (lo === null && hi === null) return 'not certain';
  const about = approx ? 'about ' : '';
  if (lo === null) return `at most ${about}${say(hi ?? 0)}`;
  if (hi === null) return `at least ${about}${say(lo)}`;
  return about + (lo === hi ? say(lo) : `${say(lo)}–${say(hi)}`);
}

function sayDate({ lo, hi, grain, approx }: DateValue): string {
  const about = approx ? 'about ' : '';
  return about + (lo === hi ? sayPoint(lo) : sayStretch(lo, hi, grain));
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

/** The calendar unit that lo..hi fills exactly, if one. */
function wholeOf(lo: string, hi: string): 'year' | 'month' | null {
  if (lo.endsWith('-01-01') && hi === `${lo.slice(0, 4)}-12-31`) return 'year';
  if (!lo.endsWith('-01') || hi.slice(0, 7) !== lo.slice(0, 7)) return null;
  const last = new Date(Date.UTC(Number(lo.slice(0, 4)), Number(lo.slice(5, 7)), 0)).getUTCDate();
  return Number(hi.slice(8)) === last ? 'month' : null;
}

function monthOf(day: string): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
}

function sayPoint(point: string): string {
  const [day = '', time] = point.split('T');
  const said = `${Number(day.slice(8))} ${monthOf(day)} ${day.slice(0, 4)}`;
  return time === undefined ? said : `${said}, ${time}`;
}

import type { CountValue, DateValue, MoneyValue, SlotValue } from '../../knowledge/value.ts';
import { decimal, grouped } from '../amount.ts';
import { CURRENCY_NAMES } from './money.ts';

const UNITS: Record<CountValue['unit'], string> = {
  day: '天',
  month: '个月',
  year: '年',
  times: '次',
  instalments: '期',
  pieces: '件',
  people: '人',
  none: '',
};

export function sayInChinese(value: SlotValue): string {
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
      return value.yes ? '是' : '否';
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
  return `${span(lo, hi, approx, amount => decimal(amount, false))} ${unit}`;
}

function sayCount({ lo, hi, unit, approx }: CountValue): string {
  const name = UNITS[unit];
  return `${span(lo, hi, approx, grouped)}${name && ` ${name}`}`;
}

function span(lo: number | null, hi: number | null, approx: boolean, say: (bound: number) => string): string {
  if (lo === null && hi === null) return '不确定';
  const about = approx ? '约 ' : '';
  if (lo === null) return `最多 ${about}${say(hi ?? 0)}`;
  if (hi === null) return `至少 ${about}${say(lo)}`;
  return about + (lo === hi ? say(lo) : `${say(lo)}–${say(hi)}`);
}

function sayDate({ lo, hi, grain, approx }: DateValue): string {
  const about = approx ? '约 ' : '';
  return about + (lo === hi ? sayPoint(lo) : sayStretch(lo, hi, grain));
}

function sayStretch(lo: string, hi: string, grain: DateValue['grain']): string {
  const [year = '', month = '', day = ''] = lo.slice(0, 10).split('-');
  const whole = wholeOf(lo, hi);
  if (grain === 'year' && whole === 'year') return `${year}年`;
  if ((grain === 'month' || grain === 'year') && whole === 'month') return `${year}年${Number(month)}月`;
  const end = sayPoint(hi);
  if (lo.length > 10 || hi.length > 10) {
    return lo.slice(0, 10) === hi.slice(0, 10)
      ? `${sayPoint(lo)}–${hi.slice(11)}`
      : `${sayPoint(lo)}至${end}`;
  }
  if (!hi.startsWith(`${year}-`)) return `${sayPoint(lo)}至${end}`;
  if (!hi.startsWith(`${year}-${month}-`)) return `${sayPoint(lo)}至${end.slice(end.indexOf('年') + 1)}`;
  return `${year}年${Number(month)}月${Number(day)}日至${Number(hi.slice(8))}日`;
}

/** The calendar unit that lo..hi fills exactly, if one. */
function wholeOf(lo: string, hi: string): 'year' | 'month' | null {
  if (lo.endsWith('-01-01') && hi === `${lo.slice(0, 4)}-12-31`) return 'year';
  if (!lo.endsWith('-01') || hi.slice(0, 7) !== lo.slice(0, 7)) return null;
  return Number(hi.slice(8)) === lastDay(lo) ? 'month' : null;
}

function lastDay(day: string): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
}

function sayPoint(point: string): string {
  const [day = '', time] = point.split('T');
  const [year, month, date] = day.split('-');
  const said = `${year}年${Number(month)}月${Number(date)}日`;
  return time === undefined ? said : `${said} ${time}`;
}

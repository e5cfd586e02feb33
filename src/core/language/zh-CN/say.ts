import type { CountValue, DateValue, MoneyValue, RateValue } from '../../knowledge/value.ts';
import { decimal, grouped } from '../amount.ts';
import type { Sayer } from '../say.ts';
import { endsBefore, hasLastedUntilNow, isWholeGrain } from '../open-date.ts';
import { wholeOf } from '../whole-of.ts';
import { numberInWords } from './in-words.ts';
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

export const chinese: Sayer = { sayMoney, sayCount, sayDate, sayRate, spelledOut, yes: '是', no: '否' };

const EACH: Record<NonNullable<MoneyValue['each']>, string> = {
  day: '每天 ',
  week: '每周 ',
  month: '每月 ',
  year: '每年 ',
  instalment: '每期 ',
  time: '每次 ',
};

function sayMoney({ lo, hi, currency, approx, each }: MoneyValue): string {
  const unit = CURRENCY_NAMES[currency] ?? currency;
  return `${each ? EACH[each] : ''}${span(lo, hi, approx, amount => decimal(amount, false))} ${unit}`;
}

function spelledOut(number: number): string {
  return `（${numberInWords(number)}）`;
}

function sayCount({ lo, hi, unit, approx }: CountValue): string {
  const name = UNITS[unit];
  return `${span(lo, hi, approx, grouped)}${name && ` ${name}`}`;
}

const PERIODS = { day: '每天 ', month: '每月 ', year: '每年 ' };

/** A discount is said as 折, which counts tenths of the price: 80 is 8 折. */
function sayRate({ lo, hi, form, per, approx }: RateValue): string {
  const said = (percent: number): string =>
    form === 'discount' ? `${percent / 10} 折` : form === 'points' ? `${percent} 个百分点` : `${percent}%`;
  return `${per ? PERIODS[per] : ''}${span(lo, hi, approx, said)}`;
}

function span(lo: number | null, hi: number | null, approx: boolean, say: (bound: number) => string): string {
  if (lo === null && hi === null) return '不确定';
  const about = approx ? '约 ' : '';
  if (lo === null) return `最多 ${about}${say(hi ?? 0)}`;
  if (hi === null) return `至少 ${about}${say(lo)}`;
  return about + (lo === hi ? say(lo) : `${say(lo)}–${say(hi)}`);
}

function sayDate(value: DateValue): string {
  const { lo, hi, grain, approx, open } = value;
  if (open) return sayOpen(value, open);
  const about = approx ? '约 ' : '';
  return about + (lo === hi ? sayPoint(lo) : sayStretch(lo, hi, grain));
}

/** The one end that was named. What is open is vague by itself, so nothing more is said of that. */
function sayOpen(value: DateValue, open: NonNullable<DateValue['open']>): string {
  const { lo, hi, grain } = value;
  switch (open) {
    case 'before':
      return `${sayPoint(endsBefore(value))}之前`;
    case 'until':
      return `${sayPoint(hi)}及之前`;
    case 'since':
      return `${lo === hi || hasLastedUntilNow(value) ? sayPoint(lo) : sayStretch(lo, hi, grain)}起`;
    case 'after':
      return isWholeGrain(grain) ? `${sayPoint(lo)}起` : `${sayPoint(lo)}之后`;
    default:
      return open satisfies never;
  }
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

function sayPoint(point: string): string {
  const [year, month, date] = [point.slice(0, 4), Number(point.slice(5, 7)), Number(point.slice(8, 10))];
  const said = `${year}年${month}月${date}日`;
  return point.length > 10 ? `${said} ${point.slice(11)}` : said;
}

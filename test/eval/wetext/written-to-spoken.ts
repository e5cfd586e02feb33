import { CURRENCY_NAMES } from '../../../src/core/language/zh-CN/money.ts';
import {
  dateInWords,
  digitsInWords,
  fractionInWords,
  measureInWords,
  numberInWords,
  percentInWords,
  timeInWords,
} from '../../../src/core/language/zh-CN/in-words.ts';
import { normalize } from '../../../src/core/language/normalize.ts';
import { unitBefore } from '../../../src/core/nlu/values/money-unit.ts';
import { spokenUnitAt } from './house-style.ts';

/** What a written value looks like and how our sayer says it; the earlier form counts. `groups` are those of the pattern. */
type Form = [pattern: RegExp, say: (groups: Record<string, string | undefined>, match: string) => string];

const NUMBER = String.raw`-?\d+(?:,\d{3})*(?:\.\d+)?`;
const number = (digits: string | undefined): number => Number(digits ?? 0);

const FORMS: Form[] = [
  [
    /\d{1,3}(?:\.\d{1,3}){3}/y,
    (_, match) =>
      match
        .split('.')
        .map(part => digitsInWords(part))
        .join('点'),
  ],
  [
    /(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)/y,
    ({ year, month, day }) => inTheCalendar(year, month, day),
  ],
  [
    /(?<day>\d{2})(?<mark>[-/.])(?<month>\d{2})\k<mark>(?<year>\d{4})/y,
    ({ year, month, day }) => inTheCalendar(year, month, day),
  ],
  [/(?<year>\d{4})[-/](?<month>\d{2})(?!\d)/y, ({ year, month }) => inTheCalendar(year, month)],
  [/(?<month>0\d|1[0-2])[-/.](?<year>\d{4})(?!\d)/y, ({ year, month }) => inTheCalendar(year, month)],
  [/(?<month>0\d|1[0-2])\/(?<day>\d{2})(?!\d)/y, ({ month, day }) => inTheCalendar(undefined, month, day)],
  [
    /(?<hour>\d{1,2})[:：](?<minute>\d{2})(?:[:：](?<second>\d{2}))? ?(?<noon>[ap])\.?m\.?/iy,
    ({ hour, minute, second, noon }) =>
      (noon?.toLowerCase() === 'a' ? '上午' : '下午') + onTheClock(hour, minute, second),
  ],
  [
    /(?<hour>\d{1,2})[:：](?<minute>\d{2})(?:[:：](?<second>\d{2}))?/y,
    ({ hour, minute, second }) => onTheClock(hour, minute, second),
  ],
  [/(?<above>-?\d+) ?\/ ?(?<below>\d+)/y, ({ above, below }) => fractionInWords(above ?? '', below ?? '')],
  [new RegExp(`(?<number>${NUMBER})%`, 'y'), ({ number: digits = '' }) => percentInWords(digits)],
  [/\d{4}(?=年)/y, (_, match) => digitsInWords(match)],
  [/(?<=尾号(?:是|为)?)\d+/y, (_, match) => digitsInWords(match, '幺')],
  [
    /(?<![\d.])(?:1[12][0249]|123\d\d|100(?:86|10)|95\d{3}|1[3-9]\d{9})(?![\d.,/:])/y,
    (_, match) => digitsInWords(match, '幺'),
  ],
  [
    /(?<![\d.])(?:0\d{2,3}-\d{7,8}|\d{11,}|0\d{2,})(?!\d)/y,
    (_, match) => digitsInWords(match.replace('-', ''), '幺'),
  ],
  [/(?<=\d)[-~](?=\d)/y, () => '到'],
  [/(?<tens>\d{1,6})(?<few>[几多余])/y, ({ tens = '', few = '' }) => numberInWords(tens) + few],
];

function inTheCalendar(year?: string, month?: string, day?: string): string {
  return dateInWords({
    ...(year && { year }),
    ...(month && { month: Number(month) }),
    ...(day && { day: Number(day) }),
  });
}

const onTheClock = (hour?: string, minute?: string, second?: string): string =>
  timeInWords(number(hour), number(minute), second === undefined ? undefined : number(second));

/** The text with every value written in digits said in words. */
export function writtenToSpoken(raw: string): string {
  let spoken = '';
  let at = 0;
  while (at < raw.length) {
    const said = amountAt(raw, at) ?? formAt(raw, at) ?? measureAt(raw, at);
    spoken += said?.words ?? raw.charAt(at);
    at = said?.end ?? at + 1;
  }
  return spoken;
}

interface Said {
  words: string;
  end: number;
}

function formAt(text: string, at: number): Said | null {
  for (const [pattern, say] of FORMS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { words: say(match.groups ?? {}, match[0]), end: pattern.lastIndex };
  }
  return null;
}

const AMOUNT = new RegExp(`(?:[$¥￥€£฿₹₽]|[A-Z]{3}|[A-Z]{1,2}\\$) ?(?<amount>${NUMBER})`, 'y');

/** An amount behind its sign or its code; a sign is said as the coin, the code of the yuan as the currency. */
function amountAt(text: string, at: number): Said | null {
  AMOUNT.lastIndex = at;
  const match = AMOUNT.exec(text);
  const amount = match?.groups?.['amount'];
  if (!match || !amount) return null;
  const unit = unitBefore(normalize(text), AMOUNT.lastIndex - amount.length);
  if (!unit) return null;
  const name = match[0].startsWith('CNY') ? '人民币' : (CURRENCY_NAMES[unit.currency] ?? '');
  return { words: numberInWords(amount) + name, end: AMOUNT.lastIndex };
}

const PLAIN = new RegExp(`(?<![\\d.])${NUMBER}`, 'y');

function measureAt(text: string, at: number): Said | null {
  PLAIN.lastIndex = at;
  const digits = PLAIN.exec(text)?.[0];
  if (digits === undefined) return null;
  const end = PLAIN.lastIndex;
  const unit = spokenUnitAt(text, text.charAt(end) === ' ' ? end + 1 : end);
  if (!unit) {
    const counts = /^[\u4e00-\u9fff]/.test(text.slice(end)) && !/第$/.test(text.slice(0, at));
    return { words: counts ? measureInWords(digits, '') : numberInWords(digits), end };
  }
  const per = /^(每(?:小时|分钟|秒))(.+)$/.exec(unit.spoken);
  const words = per
    ? `${per[1]}${measureInWords(digits, per[2] ?? '')}`
    : measureInWords(digits, unit.spoken);
  return { words, end: unit.end };
}

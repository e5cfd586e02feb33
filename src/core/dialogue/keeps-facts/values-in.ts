import { ONE } from '../../language/number.ts';
import { numbersIn } from '../../language/numbers-in.ts';

/** What must stay as it is; `start` and `end` lie in the normalised text. */
export interface ValueFound {
  start: number;
  end: number;
  /** Two values are the same where this is. */
  key: string;
}

const MARK = /⟦\d+⟧/g;
/** Quoted words, by any pair of signs: labels, buttons, titles, names. */
const QUOTED = /[「『《〈"“]([^「」『』《》〈〉"“”\n]{1,200})[」』》〉"”]/g;
const DATE = /(\d{4})\s?[-年/.]\s?(\d{1,2})\s?[-月/.]\s?(\d{1,2})(?!\d)\s?[日号]?/g;
const DAY_OF_YEAR = /(?<![\d年])(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/g;
const CLOCK = /(?<!\d)(\d{1,2})[:：](\d{2})(?!\d)/g;
/** Digits that are said one by one: telephone, order and account numbers. */
const DIALLED = /\+?\d{2,}(?:[- ]\d{2,})+|\+?\d{5,}(?![\d.,]*\s?[万千元块])/g;
const NUMBERED = /(?<![\d.])\d[.、)]\s/g;

const PATTERNS: [kind: string, pattern: RegExp, key: (match: RegExpExecArray) => string][] = [
  ['mark', MARK, match => match[0]],
  ['quote', QUOTED, match => (match[1] ?? '').replace(/\s+/g, '')],
  ['date', DATE, ([, year, month, day]) => [year, month, day].map(Number).join('-')],
  ['day', DAY_OF_YEAR, ([, month, day]) => [month, day].map(Number).join('-')],
  ['clock', CLOCK, ([, hour, minute]) => `${Number(hour)}:${minute}`],
  ['step', NUMBERED, match => String(Number.parseInt(match[0], 10))],
  ['digits', DIALLED, match => match[0].replace(/\D/g, '')],
];

/** What is counted, by the words behind the number. */
const UNITS: [unit: string, after: RegExp][] = [
  ['percent', /^ ?(?:%|per ?cent)/],
  ['money', /^ ?(?:元|块钱?|圆|人民币|rmb|cny|yuan)/],
  ['working-day', /^ ?(?:个?工作日|(?:working|business)[ -]days?)/],
  ['day', /^(?: ?个?(?:自然日|日|天|号)|[ -](?:calendar )?days?)/],
  ['month', /^(?: ?个月|[ -]months?)/],
  ['clock', /^ ?(?:点半?|时(?!间)|a\.?m\.?|p\.?m\.?|o'clock)/],
  ['month-name', /^ ?月/],
  ['year', /^(?: ?(?:周年|年)|[ -]years?)/],
  ['hour', /^(?: ?个?(?:小时|钟头)|[ -]hours?)/],
  ['minute', /^(?: ?分钟|[ -]minutes?)/],
  ['size', /^ ?(?:mb|kb|gb|兆)/],
  ['times', /^ ?(?:次|遍|回|times?)/],
  ['instalment', /^ ?期/],
];

/** 晚上10点 is no 早上10点. */
const PART_OF_DAY = /(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|深夜|晚)\s?$/;

/** 多, 几 and 余 behind a number make it vaguer than it was. */
const VAGUER = /^ ?(?:多|几|余|来(?=[个元块天]))/;

/** Every value of a text, in order, never overlapping. */
export function valuesIn(text: string): ValueFound[] {
  const found: ValueFound[] = [];
  let rest = text;
  const take = (start: number, end: number, key: string): void => {
    found.push({ start, end, key });
    rest = rest.slice(0, start) + '\u0000'.repeat(end - start) + rest.slice(end);
  };
  for (const [kind, pattern, key] of PATTERNS)
    for (const match of rest.matchAll(pattern))
      if (!rest.slice(match.index, match.index + match[0].length).includes('\u0000'))
        take(match.index, match.index + match[0].length, `${kind} ${key(match)}`);
  for (const { start, end, readings, approx } of numbersIn(rest.replaceAll('\u0000', ' '))) {
    const isMoney = /[¥$€]\s?$/.test(rest.slice(0, start));
    const isPercent = rest.slice(0, start).endsWith('百分之');
    const vaguer = VAGUER.exec(rest.slice(end))?.[0] ?? '';
    const after = rest.slice(end + vaguer.length, end + vaguer.length + 16);
    const [unit = 'none', words = ''] =
      UNITS.map(([name, pattern]) => [name, pattern.exec(after)?.[0]] as const).find(([, one]) => one) ?? [];
    const counts = readings.map(({ lo, hi }) => `${lo / ONE}~${hi / ONE}`).join('|');
    const zeros = /^0\d/.test(rest.slice(start, end)) ? rest.slice(start, end) : '';
    const named = isMoney ? 'money' : isPercent ? 'percent' : unit;
    const part = unit === 'clock' ? `${PART_OF_DAY.exec(rest.slice(0, start))?.[0] ?? ''}${words}` : '';
    const from = isMoney ? start - 1 : isPercent ? start - 3 : start;
    take(
      from,
      end + vaguer.length + words.length,
      `${named} ${zeros}${counts}${approx || vaguer ? ' about' : ''}${part}`,
    );
  }
  return found.sort((a, b) => a.start - b.start);
}

import type { DurationValue } from '../../knowledge/value.ts';
import { NUMBERS, VAGUE_NUMBERS } from '../../language/en/dates.ts';
import { TIME_UNITS as ENGLISH_UNITS } from '../../language/en/time-units.ts';
import { NOT_UNITS, SHORT_UNITS, TIME_UNITS } from '../../language/zh-CN/time-units.ts';
import { COUNT, countOf, figuresThen } from './date-number.ts';
import { alternatives, firsts, matchAt, type Reader } from './date-reading.ts';

type Part = DurationValue['parts'][number];
interface PartRead {
  part: Part;
  end: number;
  vague: boolean;
}

/** A length of time at a place. */
export type ReadDuration = (text: string, at: number) => { end: number; value: DurationValue } | null;

const CHINESE = new RegExp(
  `(${COUNT})\\s?([多来整]?)(个?)([多整]?)(半?)(${alternatives([...Object.keys(TIME_UNITS), ...Object.keys(SHORT_UNITS)])})(半|多)?`,
  'y',
);
const NUMBER_WORDS = alternatives([...Object.keys(VAGUE_NUMBERS), ...Object.keys(NUMBERS)]);
const ENGLISH = new RegExp(
  `(half an?|\\d{1,4}(?:\\.\\d{1,2})?|${NUMBER_WORDS})[ -](and a half )?(${alternatives(Object.keys(ENGLISH_UNITS))})s?( and a half)?(?![a-z-])`,
  'y',
);
const LINK = /\s?(?:零|又|加|and )?\s?/y;
/** What left of a number makes it an ordinal, a day of the week or the rest of a longer number. */
const COUNTED_BEFORE = /(?:[第周拜\d.,:/百千万亿点a-z$¥-]|星期)$/;
const ABOUT = /(?:大概|大约|差不多|将近|快|约|about|around|nearly|almost)\s?$/;
/** 3日 is a date, 3日内 how long. */
const DAYS_WITHIN = /^[之以]?内/;
const MOST_PARTS = 6;

const readDuration: ReadDuration = (text, at) => {
  if (at > 0 && COUNTED_BEFORE.test(text.slice(Math.max(0, at - 2), at))) return null;
  const parts: Part[] = [];
  let end = at;
  let vague = ABOUT.test(text.slice(Math.max(0, at - 8), at));
  for (let start = at; parts.length < MOST_PARTS; ) {
    const read = chinesePart(text, start, parts) ?? englishPart(text, start);
    if (!read || parts.some(({ unit }) => unit === read.part.unit)) break;
    parts.push(read.part);
    vague ||= read.vague;
    end = read.end;
    start = end + (matchAt(LINK, text, end)?.[0].length ?? 0);
  }
  return parts.length > 0 ? { end, value: { kind: 'duration', parts, approx: vague } } : null;
};

function chinesePart(text: string, at: number, larger: Part[]): PartRead | null {
  const match = matchAt(CHINESE, text, at);
  if (!match) return null;
  const [words, many = '', moreFirst, measure, moreLast, halfBefore, word = '', tail] = match;
  const more = moreFirst || moreLast;
  const end = at + words.length;
  const short = SHORT_UNITS[word];
  const named = TIME_UNITS[word] ?? (short && { unit: short, times: 1 });
  const count = countOf(many);
  if (!named || !count || (short && larger.length === 0)) return null;
  const after = text.slice(end, end + 2);
  if (tail === undefined && NOT_UNITS[word]?.test(after.charAt(0))) return null;
  if (word === '日' && !DAYS_WITHIN.test(after)) return null;
  if (!isLength(many, measure ?? '', word)) return null;
  const half = halfBefore || tail === '半' ? 0.5 : 0;
  const extra = more === '多' || tail === '多' ? 1 : 0;
  const part = {
    unit: named.unit,
    lo: (count.lo + half) * named.times,
    hi: (count.hi + half + extra) * named.times,
  };
  return { part, end, vague: count.vague || (more !== '' && more !== '整') || extra > 0 };
}

/** 3月 and 2009年 are dates; 3个月 and 9年 are not. */
function isLength(many: string, measure: string, word: string): boolean {
  if (word === '月') return measure !== '' || many === '半' || /^[俩仨]/.test(many);
  return word !== '年' || !/^(?:0|\d{4})/.test(many);
}

function englishPart(text: string, at: number): PartRead | null {
  const match = matchAt(ENGLISH, text, at);
  if (!match) return null;
  const [words, many = '', halfBefore, word = '', halfAfter] = match;
  const named = ENGLISH_UNITS[word];
  if (!named) return null;
  const half = many.startsWith('half');
  const exact = half ? 0.5 : (NUMBERS[many] ?? Number(many));
  const [lo, hi] = VAGUE_NUMBERS[many] ?? [exact, exact];
  const more = halfBefore || halfAfter ? 0.5 : 0;
  const part = { unit: named.unit, lo: (lo + more) * named.times, hi: (hi + more) * named.times };
  return { part, end: at + words.length, vague: lo !== hi };
}

const UNIT_STARTS = [...firsts([...Object.keys(TIME_UNITS), ...Object.keys(SHORT_UNITS)])].join('');

export const DURATIONS: readonly Reader<ReadDuration>[] = [
  {
    starts: new Set('0123456789一二两俩仨三四五六七八九十百半几好'),
    ...figuresThen(` \n.-几多来整个半${UNIT_STARTS}`),
    read: readDuration,
  },
  {
    starts: firsts([...Object.keys(NUMBERS), ...Object.keys(VAGUE_NUMBERS), 'half']),
    read: readDuration,
  },
];

import type { DateValue } from '../../knowledge/value.ts';
import { nowIn } from '../../language/day.ts';
import { ABSOLUTE } from './date-absolute.ts';
import type { Stretch } from './date-calendar.ts';
import { TIMES, withTime } from './date-clock.ts';
import { ENGLISH, readEnglish } from './date-english.ts';
import { readTimeFirst, withEnglishTime } from './date-english-clock.ts';
import { DECADE_READER } from './date-era.ts';
import { isNumeral } from './date-number.ts';
import { NUMERIC, readNumeric } from './date-numeric.ts';
import { openAt } from './date-open.ts';
import { SPAN_OF_NOW, UNIT_BESIDE_NOW } from './date-period.ts';
import { withRange } from './date-range.ts';
import { type Around, matchAt, type Reader, type Reading, readersByStart, severed } from './date-reading.ts';
import { RELATIVE, withWeekday } from './date-relative.ts';
import { vagueFrom, withLeft, withResidue } from './date-residue.ts';
import { withPart } from './date-within.ts';
import { NAME_STARTS, nameAt } from './name-with-time.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

const UP_TO = /截(?:止|至)(?:日期)?(?:到|至|于|是|为)?\s?/y;

/** 截止到3月15日: only the end is named. */
const DEADLINE_FIRST: Reader = {
  starts: new Set('截'),
  then: new Set('止至'),
  read: (text, at, around) => {
    const start = at + (matchAt(UP_TO, text, at)?.[0].length ?? 0);
    if (start === at || text[start] === '截') return null;
    const found = readSingle(text, start, { ...around, from: start });
    return (
      found && {
        ...found,
        rule: `${found.rule}, until`,
        stretches: found.stretches.map(stretch => openAt('until', stretch, around)),
      }
    );
  },
};

const TIME_FIRST: Reader = {
  starts: new Set('0123456789a'),
  then: new Set('0123456789: apotrb'),
  afterDigits: new Set(': apo'),
  read: (text, at, around) =>
    readTimeFirst(
      text,
      at,
      around,
      start => readEnglish(text, start, around) ?? readNumeric(text, start, { ...around, from: start }),
    ),
};

/** In this order: the first that reads something at a place decides. */
const readersAt = readersByStart([
  NUMERIC,
  ENGLISH,
  ...ABSOLUTE,
  ...RELATIVE,
  DECADE_READER,
  UNIT_BESIDE_NOW,
  SPAN_OF_NOW,
  DEADLINE_FIRST,
  TIME_FIRST,
  ...TIMES,
  { ...NAME_STARTS, read: () => null },
]);

/** What is to be done by a date. */
const DEADLINE = /还|付|交|缴|清|处理|解决|答复|回复|给|必须|要|得|能/;
const LIST = /^\s?(?:、|和|及|与|跟|或者?|还是|以及|and|or)\s?$/;
/** Rules whose year or month was open. */
const OPEN = /^(?:month|third of month|day|some day|holiday|lunar date|part of year|weekday)/;
const MOST_CANDIDATES = 4;

const TITLE = '《'.charCodeAt(0);
const LONGEST_TITLE = 30;

/** Finds dates, times and ranges of them. Reads relative words against `context.now` in `context.zone`. */
export const date: Recogniser<DateValue> = (text, context) => {
  const { day, clock } = nowIn(context.zone, context.now);
  const around: Around = {
    today: day,
    clock,
    side: context.prefers,
    pivot: day,
    asked: context.asked?.kind === 'date',
    monthFirst: context.language === 'zh-CN',
    from: 0,
    last: null,
  };
  const found: Recognised<DateValue>[] = [];
  for (let at = 0; at < text.length; ) {
    if (readersAt(text, at).length === 0) {
      at += text.charCodeAt(at) === TITLE ? titleAt(text, at) : 1;
      continue;
    }
    const name = nameAt(text, at);
    const read = name > 0 || isInsideNumber(text, at, around.from) ? null : readInContext(text, at, around);
    if (!read) {
      at += name || 1;
      continue;
    }
    const vague = vagueFrom(text, at, around.from);
    const start = vague ?? at;
    const candidates = distinct(read.stretches).map(stretch => ({
      kind: 'date' as const,
      ...stretch,
      approx: stretch.approx || vague !== null,
      zone: context.zone,
      reference: context.now,
    }));
    found.push({
      kind: 'date',
      start,
      end: read.end,
      words: text.slice(start, read.end),
      rule: read.rule,
      certainty: read.assumed ? 'assumed' : 'stated',
      candidates,
    });
    around.from = read.end;
    around.last = spokenOf(read);
    at = read.end;
  }
  return found;
};

const isInsideNumber = (text: string, at: number, from: number): boolean =>
  at > from && isNumeral(text[at]) && isNumeral(text[at - 1]);

/** The length of a title, 《明日之后》, in which no word is a date. */
const titleAt = (text: string, at: number): number =>
  Math.max(1, text.slice(at, at + LONGEST_TITLE).indexOf('》'));

/** What later words refer to: the last thing read, unless that has several readings. */
function spokenOf(read: Reading): Around['last'] {
  const [only, another] = read.stretches;
  if (!only || another) return null;
  const lo = only.lo.slice(0, 10);
  return { lo, day: lo === only.hi.slice(0, 10) ? lo : null };
}

/**
 * 去年3月买的，5月坏的: an open date after another may belong to the same year or month as that one.
 * Joined by 、 or 和 it does; elsewhere both readings stand.
 */
function readInContext(text: string, at: number, around: Around): Reading | null {
  const found = readAt(text, at, around);
  const { last } = around;
  if (!found?.assumed || !last || around.side === 'future' || !OPEN.test(found.rule)) return found;
  const following = readAt(text, at, { ...around, side: 'future', pivot: last.lo });
  const past = following?.stretches.filter(stretch => stretch.lo.slice(0, 10) <= around.today) ?? [];
  if (!following || past.length === 0) return found;
  const joined = LIST.test(text.slice(around.from, at));
  return { ...found, stretches: joined ? past : [...past, ...found.stretches] };
}

/** A date at a place, with all that belongs to it. */
function readAt(text: string, at: number, around: Around): Reading | null {
  const first = readSingle(text, at, around);
  if (!first) return null;
  const ranged = withRange(text, at, first, around, readSingle);
  if (!ranged) return null;
  const changed = withResidue(text, withLeft(text, at, ranged, around), around);
  // 国庆前一天晚上八点: the time belongs to the day before.
  const found = changed && changed !== ranged ? withTime(text, changed, around) : changed;
  if (
    !found?.assumed ||
    around.side === 'future' ||
    !found.rule.endsWith('before') ||
    !DEADLINE.test(text.slice(found.end, found.end + 6))
  )
    return found;
  // 15号之前必须还: a deadline lies ahead even where dates mostly lie behind, so both are offered.
  const ahead = readAt(text, at, { ...around, side: 'future' });
  return ahead ? { ...found, stretches: [...found.stretches, ...ahead.stretches] } : found;
}

function readSingle(text: string, at: number, around: Around): Reading | null {
  if (text.charAt(at + 1) !== '午' && severed(text, at)) return null;
  for (const { read } of readersAt(text, at)) {
    const found = read(text, at, around);
    if (!found) continue;
    if (found.rule.startsWith('time')) return found;
    const whole = withPart(text, withWeekday(text, found));
    return withEnglishTime(text, withTime(text, whole, around));
  }
  return null;
}

function distinct(stretches: Stretch[]): Stretch[] {
  if (stretches.length === 1) return stretches;
  const seen = new Map(stretches.toReversed().map(stretch => [`${stretch.lo} ${stretch.hi}`, stretch]));
  return stretches
    .filter(stretch => seen.get(`${stretch.lo} ${stretch.hi}`) === stretch)
    .slice(0, MOST_CANDIDATES);
}

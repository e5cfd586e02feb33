import type { DateValue } from '../../knowledge/value.ts';
import { readAbsolute } from './date-absolute.ts';
import type { Stretch } from './date-calendar.ts';
import { readEnglish } from './date-english.ts';
import { readTimeFirst, withEnglishTime } from './date-english-clock.ts';
import { readTimeAfter, readTimeAlone, withTime } from './date-clock.ts';
import { readNumeric } from './date-numeric.ts';
import { type Around, matchAt, type Read, type Reading } from './date-reading.ts';
import { readRelative, withWeekday } from './date-relative.ts';
import { vagueBefore, withLeft, withResidue } from './date-residue.ts';
import { nowIn } from '../../language/day.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

const READERS: Read[] = [readNumeric, readEnglish, readAbsolute, readRelative];
const TO =
  /\s?(?:一直到|到了?|至|-|~|～|—{1,2}|–|to(?: the)?(?![a-z])|(?:un)?till?(?![a-z])|through(?![a-z]))\s?/y;
/** What is to be done by a date. */
const DEADLINE = /还|付|交|缴|清|处理|解决|答复|回复|给|必须|要|得|能/;
const LIST = /^\s?(?:、|和|及|与|跟|或者?|还是|以及|and|or)\s?$/;
/** Rules whose year or month was open. */
const OPEN = /^(?:month|third of month|day|some day|holiday|lunar date|part of year|weekday)/;
const MOST_CANDIDATES = 4;

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
    const read = readInContext(text, at, around);
    if (!read) {
      at++;
      continue;
    }
    const vague = vagueBefore(text, at);
    const candidates = distinct(read.stretches).map(stretch => ({
      kind: 'date' as const,
      ...stretch,
      approx: stretch.approx || vague,
      zone: context.zone,
      reference: context.now,
    }));
    found.push({
      kind: 'date',
      start: at,
      end: read.end,
      words: text.slice(at, read.end),
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
  const ranged = withRange(text, first, around);
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
  for (const read of READERS) {
    const found = read(text, at, around);
    if (found) return withEnglishTime(text, withTime(text, withWeekday(text, found), around));
  }
  const readDay = (start: number): Reading | null =>
    readEnglish(text, start, around) ?? readNumeric(text, start, { ...around, from: start });
  return readTimeFirst(text, at, around, readDay) ?? readTimeAlone(text, at, around);
}

/** Takes in the second half of a range, read from the first on: 3月1日至5日 ends on 5 March. */
function withRange(text: string, first: Reading, around: Around): Reading {
  const to = matchAt(TO, text, first.end);
  if (!to) return first;
  const start = first.end + to[0].length;
  const stretches: Stretch[] = [];
  let end = first.end;
  let assumed = first.assumed;
  for (const from of first.stretches) {
    const toward: Around = {
      ...around,
      side: 'future',
      pivot: from.lo.slice(0, 10),
      from: start,
      last: { day: from.lo.slice(0, 10), lo: from.lo.slice(0, 10) },
    };
    const second =
      (from.lo.length > 10 ? readTimeAfter(text, start, from.lo) : null) ?? readSingle(text, start, toward);
    if (!second) continue;
    for (const until of second.stretches) {
      if (until.hi < from.lo) continue;
      const sized =
        from.lo.length === until.hi.length
          ? { lo: from.lo, hi: until.hi }
          : { lo: from.lo.slice(0, 10), hi: until.hi.slice(0, 10) };
      stretches.push({ ...from, ...sized, approx: from.approx || until.approx });
    }
    end = second.end;
    assumed ||= second.assumed && first.assumed;
  }
  return stretches.length > 0 ? { end, rule: `${first.rule}, range`, assumed, stretches } : first;
}

function distinct(stretches: Stretch[]): Stretch[] {
  const seen = new Map(stretches.toReversed().map(stretch => [`${stretch.lo} ${stretch.hi}`, stretch]));
  return stretches
    .filter(stretch => seen.get(`${stretch.lo} ${stretch.hi}`) === stretch)
    .slice(0, MOST_CANDIDATES);
}

import type { DateValue } from '../../knowledge/value.ts';
import { readAbsolute } from './date-absolute.ts';
import type { Stretch } from './date-calendar.ts';
import { readEnglish } from './date-english.ts';
import { readTimeAlone, withTime } from './date-clock.ts';
import { readNumeric } from './date-numeric.ts';
import { type Around, matchAt, type Read, type Reading } from './date-reading.ts';
import { readRelative, withWeekday } from './date-relative.ts';
import { vagueBefore, withResidue } from './date-residue.ts';
import { nowIn } from './date-now.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

const READERS: Read[] = [readNumeric, readEnglish, readRelative, readAbsolute];
const TO = /\s?(?:一直到|到了?|至|-|~|～|—+|–)\s?/y;
/** What is to be done by a date. */
const DEADLINE = /还|付|交|缴|清|处理|解决|答复|回复|给|必须|要|得|能/;
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
  };
  const found: Recognised<DateValue>[] = [];
  for (let at = 0; at < text.length; ) {
    const read = readAt(text, at, { ...around });
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
    at = read.end;
  }
  return found;
};

/** A date at a place, with all that belongs to it. */
function readAt(text: string, at: number, around: Around): Reading | null {
  const first = readSingle(text, at, around);
  if (!first) return null;
  const found = withResidue(text, withRange(text, first, around), around);
  if (!found?.assumed || around.side === 'future' || !found.rule.endsWith('before') || !DEADLINE.test(text.slice(found.end, found.end + 6))) return found;
  // 15号之前必须还: a deadline lies ahead even where dates mostly lie behind, so both are offered.
  const ahead = readAt(text, at, { ...around, side: 'future' });
  return ahead ? { ...found, stretches: [...found.stretches, ...ahead.stretches] } : found;
}

function readSingle(text: string, at: number, around: Around): Reading | null {
  for (const read of READERS) {
    const found = read(text, at, around);
    if (found) return withTime(text, withWeekday(text, found), around);
  }
  return readTimeAlone(text, at, around);
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
    const second = readSingle(text, start, { ...around, side: 'future', pivot: from.lo.slice(0, 10), from: start });
    if (!second) continue;
    for (const until of second.stretches) {
      if (until.hi < from.lo) continue;
      const sized = from.lo.length === until.hi.length ? { lo: from.lo, hi: until.hi } : { lo: from.lo.slice(0, 10), hi: until.hi.slice(0, 10) };
      stretches.push({ ...from, ...sized, approx: from.approx || until.approx });
    }
    end = second.end;
    assumed ||= second.assumed && first.assumed;
  }
  return stretches.length > 0 ? { end, rule: `${first.rule}, range`, assumed, stretches } : first;
}

function distinct(stretches: Stretch[]): Stretch[] {
  const seen = new Map(stretches.toReversed().map(stretch => [`${stretch.lo} ${stretch.hi}`, stretch]));
  return stretches.filter(stretch => seen.get(`${stretch.lo} ${stretch.hi}`) === stretch).slice(0, MOST_CANDIDATES);
}

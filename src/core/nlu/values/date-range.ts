import { GRAINS } from '../../knowledge/value.ts';
import { addDays } from '../../language/day.ts';
import type { Stretch } from './date-calendar.ts';
import { readTimeAfter } from './date-clock.ts';
import { type Around, matchAt, type Read, type Reading } from './date-reading.ts';

const TO =
  /\s?(?:(?:起|开始)?(?:一直到|到了?|至)|-{1,2}|~{1,2}|to(?: the)?(?![a-z])|(?:un)?till?(?![a-z])|through(?![a-z]))\s?/y;
/** Two dates joined by these are a stretch only where 之间 follows. */
const AND = /\s?(?:和|与|跟|及|and)\s?/y;
/** What `TO` and `AND` begin with. */
const LINKS = new Set(' \n起开一到至-~tu和与跟及a');
/** How far behind the first date 之间 may stand. */
const LONGEST_BETWEEN = 32;
const BETWEEN = /的?(?:之间|中间|期间|间(?![断隔]))/y;
/** The end of a range that is a date and was not read, so that its beginning must not stand for the whole. */
const UNREAD =
  /^(?:(?:\d{1,4}|[一二三四五六七八九十]{1,3}|次|第.|隔|翌|来)(?:年|个?月|号|日|周)|\d{1,2}[./-]\d)/;
const FROM = /^(?:起|开始)/;
const BEFORE_AFTER = /^\s?(?:[之以]前|[或及][之以])/;

/**
 * Takes in the second half of a range, read from the first on: 3月1日至5日 ends on 5 March. Null where the half that
 * follows cannot be read.
 */
export function withRange(
  text: string,
  at: number,
  first: Reading,
  around: Around,
  readSecond: Read,
): Reading | null {
  const isLinked = LINKS.has(text.charAt(first.end));
  const to = isLinked ? matchAt(TO, text, first.end) : null;
  const and =
    to || !isLinked || !text.slice(first.end, first.end + LONGEST_BETWEEN).includes('间')
      ? null
      : matchAt(AND, text, first.end);
  const link = to ?? and;
  if (!link) {
    const closing = first.rule.endsWith('range') ? matchAt(BETWEEN, text, first.end) : null;
    return closing ? { ...first, end: first.end + closing[0].length } : first;
  }
  const start = first.end + link[0].length;
  const stretches: Stretch[] = [];
  let end = first.end;
  let assumed = first.assumed;
  for (const from of first.stretches) {
    const day = from.lo.slice(0, 10);
    const toward: Around = {
      ...around,
      side: 'future',
      pivot: day,
      from: start,
      last: { day, lo: day },
      // 2026.5.1-5.3: what follows a date in figures is one.
      asked: around.asked || first.rule.startsWith('date in figures'),
    };
    const second =
      (from.lo.length > 10 ? readTimeAfter(text, start, from.lo) : null) ?? readSecond(text, start, toward);
    if (!second) continue;
    // 3月1日到2025年6月1日: the year that was said holds for both.
    const known = first.assumed && !second.assumed && from.lo.length === 10 ? second.stretches[0] : undefined;
    const begin = known && readSecond(text, at, { ...around, side: 'past', pivot: known.hi.slice(0, 10) });
    if (known && begin?.stretches[0] && begin.end === first.end) {
      stretches.push(spanning(begin.stretches[0], known));
      end = second.end;
      assumed = false;
      break;
    }
    const ahead = second.stretches.filter(until => until.hi >= from.lo);
    // 晚上10点到早上6点 runs into the next day.
    const [overnight] = ahead.length === 0 && second.rule.startsWith('time') ? second.stretches : [];
    for (const until of overnight ? [onNextDay(overnight)] : ahead) stretches.push(spanning(from, until));
    end = second.end;
    assumed ||= second.assumed && first.assumed;
  }
  if (stretches.length === 0) return to && UNREAD.test(text.slice(start, start + 6)) ? null : first;
  const between = matchAt(BETWEEN, text, end);
  if (and && !between) return first;
  // 3月1日起到6月1日之前 names each end with a word of its own.
  if (FROM.test(link[0]) && BEFORE_AFTER.test(text.slice(end, end + 3))) return first;
  return {
    end: end + (between?.[0].length ?? 0),
    rule: `${first.rule}, range`,
    assumed,
    stretches,
  };
}

const onNextDay = (stretch: Stretch): Stretch => {
  const move = (point: string): string => addDays(point.slice(0, 10), 1) + point.slice(10);
  return { ...stretch, lo: move(stretch.lo), hi: move(stretch.hi) };
};

function spanning(from: Stretch, until: Stretch): Stretch {
  const length = Math.min(from.lo.length, until.hi.length);
  const finer = Math.max(GRAINS.indexOf(from.grain), GRAINS.indexOf(until.grain));
  return {
    ...from,
    lo: from.lo.slice(0, length),
    hi: until.hi.slice(0, length),
    grain: GRAINS[finer] ?? 'day',
    approx: from.approx || until.approx,
  };
}

import type { DurationValue, NowValue, RecurrenceValue } from '../../knowledge/value.ts';
import { NOW_WORDS } from '../../language/zh-CN/time-units.ts';
import { isNumeral } from './date-number.ts';
import { anyOf, matchAt, type Reader, readersByStart, startsOf } from './date-reading.ts';
import { DURATIONS } from './duration.ts';
import { NAME_STARTS, nameAt } from './name-with-time.ts';
import type { Recognised, Recogniser } from './recogniser.ts';
import { RECURRENCES } from './recurrence.ts';

type OtherTime = DurationValue | RecurrenceValue | NowValue;
type ReadOther = (text: string, at: number) => { end: number; value: OtherTime } | null;

const NOW = anyOf(Object.keys(NOW_WORDS));

const NOW_READER: Reader<ReadOther> = {
  ...startsOf(Object.keys(NOW_WORDS)),
  read: (text, at) => {
    const match = matchAt(NOW, text, at);
    const side = NOW_WORDS[match?.[1] ?? ''];
    return match && side ? { end: at + match[0].length, value: { kind: 'now', side } } : null;
  },
};

const NAME_READER: Reader<ReadOther> = { ...NAME_STARTS, read: () => null };
const readersAt = readersByStart<ReadOther>([...DURATIONS, ...RECURRENCES, NOW_READER, NAME_READER]);

/**
 * Lengths of time, repetitions and words for this moment: no form asks for them, and no value of a form is read from
 * their words. Only counts stand beside lengths: 三天 is both. Linear.
 */
export const otherTimes: Recogniser<OtherTime> = text => {
  const found: Recognised<OtherTime>[] = [];
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const readers = readersAt(text, at);
    if (readers.length === 0 || (at > from && isNumeral(text[at]) && isNumeral(text[at - 1]))) {
      at++;
      continue;
    }
    const name = nameAt(text, at);
    const read = name > 0 ? null : readWith(readers, text, at);
    if (!read) {
      at += name || 1;
      continue;
    }
    const { end, value } = read;
    found.push({
      kind: value.kind,
      start: at,
      end,
      words: text.slice(at, end),
      rule: value.kind,
      certainty: 'stated',
      candidates: [value],
    });
    from = end;
    at = end;
  }
  return found;
};

function readWith(readers: readonly Reader<ReadOther>[], text: string, at: number): ReturnType<ReadOther> {
  for (const { read } of readers) {
    const found = read(text, at);
    if (found) return found;
  }
  return null;
}

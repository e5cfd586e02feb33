import { describe, expect, test } from 'vitest';
import type { DurationValue, RecurrenceValue } from '../../../../src/core/knowledge/value.ts';
import { normalize } from '../../../../src/core/language/normalize.ts';
import { otherTimes } from '../../../../src/core/nlu/values/other-times.ts';
import * as english from '../../../corpus/en/other-times.ts';
import * as chinese from '../../../corpus/zh-CN/other-times.ts';
import { contextOf } from '../../../support/reading-context.ts';

const LETTERS = { year: 'Y', month: 'M', week: 'W', day: 'D', hour: 'H', minute: 'M', second: 'S' } as const;
const ORDER = Object.keys(LETTERS);

function iso({ parts }: DurationValue, bound: 'lo' | 'hi'): string {
  const written = (isClock: boolean): string =>
    parts
      .filter(({ unit }) => ORDER.indexOf(unit) >= 4 === isClock)
      .sort((a, b) => ORDER.indexOf(a.unit) - ORDER.indexOf(b.unit))
      .map(part => part[bound] + LETTERS[part.unit])
      .join('');
  return `P${written(false)}${written(true) && `T${written(true)}`}`;
}

function length(value: DurationValue): string {
  const [lo, hi] = [iso(value, 'lo'), iso(value, 'hi')];
  return (lo === hi ? lo : `${lo}..${hi}`) + (value.approx ? '~' : '');
}

function repetition({ every, unit, weekdays, month, day, at }: RecurrenceValue): string {
  const on = weekdays.length > 0 ? ` on ${weekdays.join()}` : '';
  const dated = day === null ? '' : month === null ? ` on the ${day}` : ` on ${month}-${day}`;
  return `${every} ${unit}${on}${dated}${at === null ? '' : ` at ${at}`}`;
}

const read = (text: string): string =>
  otherTimes(normalize(text), contextOf())
    .flatMap(({ candidates }) => candidates)
    .map(value =>
      value.kind === 'duration'
        ? length(value)
        : value.kind === 'recurrence'
          ? repetition(value)
          : value.side,
    )
    .join(' & ');

const cases = (corpus: Record<string, string[]>) =>
  Object.entries(corpus).flatMap(([value, sayings]) => sayings.map(saying => [saying, value] as const));

describe.each([
  ['zh-CN', chinese],
  ['en', english],
] as const)('%s', (_language, { durations, recurrences, nows, none }) => {
  test.each(cases({ ...durations, ...recurrences, ...nows }))('%s is %s', (saying, value) => {
    expect(read(saying)).toBe(value);
  });
  test.each(none)('%s is none', saying => {
    expect(read(saying)).toBe('');
  });
});

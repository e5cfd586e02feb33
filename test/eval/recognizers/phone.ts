import { recognise } from '../../../src/core/nlu/values/recognise.ts';
import { contextOf } from '../../support/reading-context.ts';
import type { Measured, Verdict } from '../tally.ts';
import type { Case, Result } from './case.ts';

interface Ours {
  start: number;
  end: number;
  number: string;
}

/** Cases that contradict us on purpose, by what makes them do so. */
const DIFFERENCES: [words: RegExp, reason: string][] = [
  [
    /\p{Script=Han}-1[3-9]\d{9}/u,
    'a mobile number after a name and a dash is that person’s: 张三-13604770960',
  ],
];

/**
 * The model reads a telephone number in whatever it is given, so the phrase is read as the answer to who asks for one.
 * A result is right where exactly its characters are found and dialling ours is dialling theirs: their value is the text
 * itself; ours is its digits, without the prefix to dial abroad, the trunk (0) beside a country code and the country
 * code of a Chinese number. Their `score` says how sure their model is, and is left out.
 */
export function phoneNumber(one: Case): Measured {
  const ours = recognise(one.Input, contextOf('phone')).flatMap(({ start, end, candidates }): Ours[] =>
    candidates.flatMap(value => (value.kind === 'phone' ? { start, end, number: value.number } : [])),
  );
  const verdicts = one.Results.map(result => verdictOn(result, ours));
  if (ours.some(found => !one.Results.some(result => sameSpan(result, found, one.Input))))
    verdicts.push('wrong');
  return {
    input: one.Input,
    verdict: (['wrong', 'missed'] as const).find(verdict => verdicts.includes(verdict)) ?? 'right',
    expected: one.Results.map(({ Text }) => Text).join('; ') || 'nothing',
    got:
      ours.map(({ start, end, number }) => `${one.Input.slice(start, end)} as ${number}`).join('; ') ||
      'nothing',
    contradicts: DIFFERENCES.find(([words]) => words.test(one.Input))?.[1],
  };

  function verdictOn(result: Result, found: Ours[]): Verdict {
    const same = found.find(candidate => sameSpan(result, candidate, one.Input));
    if (!same) return 'missed';
    return dialled(String(result.Resolution?.['value'])) === dialled(same.number) ? 'right' : 'wrong';
  }
}

const sameSpan = ({ Text, Start, End }: Result, { start, end }: Ours, input: string): boolean =>
  input.slice(start, end) === Text && (Start ?? start) === start && (End ?? end - 1) === end - 1;

const dialled = (written: string): string =>
  written
    .replace(/^\(?\+[^0]*\d\s?\(0\)/, start => start.replace('(0)', ''))
    .replace(/\D/g, '')
    .replace(/^00(?=[1-9])/, '')
    .replace(/^86(?=\d{10})0?/, '')
    .replace(/^0(?=(?:10|2\d|[3-9]\d\d)\d{7})/, '');

import { describe, expect, test } from 'vitest';
import { answers, broken, none, said } from '../../../corpus/order-numbers.ts';
import * as unseen from '../../../corpus/order-numbers-unseen.ts';
import { read } from './read.ts';

const cases = (corpus: typeof said) =>
  corpus.flatMap(([number, form, sayings]) => sayings.map(saying => ({ saying, number, form })));
const found = (saying: string, asked: 'order-number' | null) =>
  read(saying, { asked }).flatMap(one => one.candidates.filter(value => value.kind === 'order-number'));

describe('order-number', () => {
  test.each(cases(said))('«$saying»', ({ saying, number, form }) => {
    expect(found(saying, null)).toEqual([{ kind: 'order-number', number, form }]);
  });
  test.each(cases(answers))('in answer «$saying»', ({ saying, number, form }) => {
    expect(found(saying, 'order-number')).toEqual([{ kind: 'order-number', number, form }]);
  });
  test.each(broken)('%j in %j', (numbers, saying) => {
    expect(found(saying, null).map(value => value.number)).toEqual(numbers);
  });
  test.each(none)('«%s» holds none', saying => {
    expect(found(saying, null)).toEqual([]);
    expect(found(saying, 'order-number')).toEqual([]);
  });
  test.each(
    unseen.said.flatMap(([number, sayings]) => sayings.map(saying => [saying, number] as const)),
  )('«%s» names %s', (saying, number) => {
    expect(found(saying, null).map(value => value.number)).toEqual([number]);
  });
  test.each(unseen.none)('«%s» holds none', saying => {
    expect(found(saying, null)).toEqual([]);
    expect(found(saying, 'order-number')).toEqual([]);
  });
});

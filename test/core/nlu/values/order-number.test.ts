import { describe, expect, test } from 'vitest';
import { answers, none, said } from '../../../corpus/order-numbers.ts';
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
  test.each(none)('«%s» holds none', saying => {
    expect(found(saying, null)).toEqual([]);
    expect(found(saying, 'order-number')).toEqual([]);
  });
});

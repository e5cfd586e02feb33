import { describe, expect, test } from 'vitest';
import { answers, none, said } from '../../../corpus/phones.ts';
import { read } from './read.ts';

const cases = (corpus: typeof said) =>
  corpus.flatMap(([number, form, sayings]) => sayings.map(saying => ({ saying, number, form })));
const found = (saying: string, asked: 'phone' | null) =>
  read(saying, { asked }).flatMap(one => one.candidates.filter(value => value.kind === 'phone'));

describe('phone', () => {
  test.each(cases(said))('«$saying»', ({ saying, number, form }) => {
    expect(found(saying, null)).toEqual([{ kind: 'phone', number, form }]);
  });
  test.each(cases(answers))('in answer «$saying»', ({ saying, number, form }) => {
    expect(found(saying, 'phone')).toEqual([{ kind: 'phone', number, form }]);
  });
  test.each(none)('«%s» holds none', saying => {
    expect(found(saying, null)).toEqual([]);
    expect(found(saying, 'phone')).toEqual([]);
  });
});

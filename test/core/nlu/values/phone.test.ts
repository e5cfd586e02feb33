import { describe, expect, test } from 'vitest';
import { answers, marked, none, said, several, unmarked } from '../../../corpus/phones.ts';
import * as unseen from '../../../corpus/phones-unseen.ts';
import { read } from './read.ts';

const cases = (corpus: typeof said) =>
  corpus.flatMap(([number, form, sayings]) => sayings.map(saying => ({ saying, number, form })));
const found = (saying: string, asked: 'phone' | null) =>
  read(saying, { asked }).flatMap(one => one.candidates.filter(value => value.kind === 'phone'));

describe('phone', () => {
  test.each(cases([...said, ...marked]))('«$saying»', ({ saying, number, form }) => {
    expect(found(saying, null)).toEqual([{ kind: 'phone', number, form }]);
  });
  test.each(cases(answers))('in answer «$saying»', ({ saying, number, form }) => {
    expect(found(saying, 'phone')).toEqual([{ kind: 'phone', number, form }]);
  });
  test.each(several)('%j in «%s»', (numbers, saying) => {
    expect(found(saying, null).map(value => value.number)).toEqual(numbers);
  });
  test.each(unmarked)('«%s» says no phone', saying => {
    expect(found(saying, null)).toEqual([]);
  });
  test.each(none)('«%s» holds none', saying => {
    expect(found(saying, null)).toEqual([]);
    expect(found(saying, 'phone')).toEqual([]);
  });
  test.each(unseen.answers)('%s is «%s» in «%s»', (number, words, saying) => {
    expect(
      read(saying, { asked: 'phone' }).flatMap(one =>
        one.candidates.flatMap(value => (value.kind === 'phone' ? [[value.number, one.words]] : [])),
      ),
    ).toEqual([[number, words]]);
  });
  test.each(unseen.none)('«%s» holds none', saying => {
    expect(found(saying, 'phone')).toEqual([]);
  });
});

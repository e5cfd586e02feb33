import { describe, expect, test } from 'vitest';
import { sayValue } from '../../../../src/core/language/say.ts';
import * as english from '../../../corpus/en/rates.ts';
import * as chinese from '../../../corpus/zh-CN/rates.ts';
import { bounds } from '../../../support/reading-context.ts';
import { read } from './read.ts';

const cases = (corpus: Record<string, string[]>) =>
  Object.entries(corpus).flatMap(([value, sayings]) => sayings.map(saying => [saying, value] as const));
const rates = (saying: string) =>
  read(saying).flatMap(found => found.candidates.filter(value => value.kind === 'rate'));
const written = (saying: string): string =>
  rates(saying)
    .map(
      ({ lo, hi, form, per, approx }) =>
        bounds(lo, hi, approx) + (form === 'share' ? '' : ` ${form}`) + (per ? ` a ${per}` : ''),
    )
    .join(' | ');

describe.each([
  ['zh-CN', chinese],
  ['en', english],
] as const)('rates in %s', (language, corpus) => {
  test.each(cases(corpus.said))('«%s» is %s', (saying, value) => {
    expect(written(saying)).toBe(value);
  });
  test.each(corpus.none)('«%s» is no rate', saying => {
    expect(written(saying)).toBe('');
  });
  test.each(corpus.unclear)('«%s» is asked back', saying => {
    expect(rates(saying).length).toBeGreaterThan(1);
  });
  test.each(cases(corpus.said))('«%s» holds no amount', saying => {
    expect(read(saying).filter(({ kind }) => kind === 'money')).toEqual([]);
  });
  test.each(cases(corpus.said))('«%s» is the same when said back', saying => {
    const [value] = rates(saying);
    expect(value && rates(sayValue(value, language))).toEqual([value]);
  });
});

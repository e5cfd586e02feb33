import { describe, expect, test } from 'vitest';
import type { SlotKind } from '../../../../src/core/knowledge/value.ts';
import { sayValue } from '../../../../src/core/language/say.ts';
import * as english from '../../../corpus/en/money.ts';
import * as chinese from '../../../corpus/zh-CN/money.ts';
import { bounds } from '../../../support/reading-context.ts';
import { read } from './read.ts';

const cases = (corpus: Record<string, string[]>) =>
  Object.entries(corpus).flatMap(([value, sayings]) => sayings.map(saying => [saying, value] as const));
const amounts = (saying: string, asked: SlotKind | null = null) =>
  read(saying, { asked }).flatMap(found => found.candidates.filter(value => value.kind === 'money'));
const inYuan = (fen: number | null) => (fen === null ? null : fen / 100);
const written = (saying: string, asked: SlotKind | null = null): string =>
  amounts(saying, asked)
    .map(
      ({ lo, hi, currency, approx }) =>
        bounds(inYuan(lo), inYuan(hi), approx) + (currency === 'CNY' ? '' : ` ${currency}`),
    )
    .join(' | ');

describe.each([
  ['zh-CN', chinese],
  ['en', english],
] as const)('amounts in %s', (language, corpus) => {
  test.each(cases(corpus.said))('«%s» is %s', (saying, value) => {
    expect(written(saying)).toBe(value);
  });
  test.each(cases(corpus.answers))('«%s» answers %s', (saying, value) => {
    expect(written(saying, 'money')).toBe(value);
  });
  test.each(corpus.unclear)('«%s» is asked back', saying => {
    expect(amounts(saying, 'money').length).toBeGreaterThan(1);
  });
  test.each(corpus.none)('«%s» is no amount', saying => {
    expect(written(saying)).toBe('');
  });
  test.each(corpus.noAnswer)('«%s» answers no question for an amount', saying => {
    expect(written(saying, 'money')).toBe('');
  });
  test.each(cases(corpus.said))('«%s» is the same when said back', saying => {
    const [value] = amounts(saying);
    expect(value && amounts(sayValue(value, language))).toEqual([value]);
  });
});

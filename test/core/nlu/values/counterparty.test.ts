import { describe, expect, test } from 'vitest';
import { normalize } from '../../../../src/core/language/normalize.ts';
import * as english from '../../../corpus/en/names.ts';
import * as chinese from '../../../corpus/zh-CN/names.ts';
import * as englishUnseen from '../../../corpus/en/names-unseen.ts';
import * as chineseUnseen from '../../../corpus/zh-CN/names-unseen.ts';
import { read } from './read.ts';

const cases = (corpus: Record<string, string[]>) =>
  Object.entries(corpus).flatMap(([name, sayings]) => sayings.map(saying => [saying, name] as const));

const names = (text: string, asked: 'counterparty' | null): string[] =>
  read(text, { asked }).flatMap(found =>
    found.candidates.flatMap(value => (value.kind === 'counterparty' ? value.name : [])),
  );

describe.each([
  ['zh-CN', chinese],
  ['en', english],
] as const)('names in %s', (_, corpus) => {
  test.each(cases(corpus.said))('«%s» speaks of %s', (saying, name) => {
    expect(names(saying, null)).toEqual([name]);
  });
  test.each(cases(corpus.answers))('«%s» answers %s', (saying, name) => {
    expect(names(saying, 'counterparty')).toEqual([name]);
  });
  test.each(corpus.none)('«%s» names nobody', saying => {
    expect(names(saying, null)).toEqual([]);
  });
  test.each(corpus.noAnswer)('«%s» is no name', saying => {
    expect(names(saying, 'counterparty')).toEqual([]);
  });
});

describe.each([
  ['zh-CN', chineseUnseen],
  ['en', englishUnseen],
] as const)('names in %s, unseen', (_, corpus) => {
  test.each(cases(corpus.said))('«%s» speaks of %s', (saying, name) => {
    expect(new Set(names(saying, null).map(one => normalize(one)))).toEqual(new Set([normalize(name)]));
  });
  test.each(corpus.none)('«%s» names nobody', saying => {
    expect(names(saying, null)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { Concepts, readable } from '../../../src/core/faq/concepts.ts';
import type { Lexicon } from '../../../src/core/knowledge/lexicon.ts';
import { LexiconConcepts } from '../../../src/core/knowledge/lexicon-concepts.ts';
import { mind } from '../../support/running.ts';

const none: Lexicon = {
  ...mind.knowledge.lexicon.en,
  misspellings: { 账单: { as: ['帐单'], not: ['帐单独'] } },
  concepts: { names: {}, matters: {}, denials: {}, manners: {}, asides: {}, foreign: [], frame: [] },
};
const read = (concepts: Partial<Lexicon['concepts']>, text: string): [string, number[]][] => {
  const words = readable(text);
  return new Concepts([{ ...none, concepts: { ...none.concepts, ...concepts } }])
    .read(words)
    .map(({ start, end, concepts: found }) => [words.slice(start, end), found.map(({ number }) => number)]);
};

describe('concepts', () => {
  test('sayings of one concept meet in one number', () =>
    expect(read({ matters: { close: ['关闭', '注销'], open: ['开通'] } }, '注销还是关闭，开通')).toEqual([
      ['注销', [1]],
      ['关闭', [1]],
      ['开通', [2]],
    ]));
  test('the longest saying counts, and what it takes in beside it', () =>
    expect(read({ matters: { repay: ['还款', '~early'], early: ['提前还款'] } }, '提前还款和还款')).toEqual([
      ['提前还款', [1, 2]],
      ['还款', [1]],
    ]));
  test('a saying may need what follows, which is read by itself', () =>
    expect(
      read({ manners: { why: ['怎么|不'], how: ['怎么'] }, matters: { cannot: ['不能'] } }, '怎么不能怎么'),
    ).toEqual([
      ['怎么', [2]],
      ['不能', [1]],
      ['怎么', [3]],
    ]));
  test('any short number, blotted out or not, is the same', () => {
    const matters = { instalments: ['分*期'] };
    expect(read({ matters }, '分***期分6期分12期分120期')).toEqual([
      ['分*期', [1]],
      ['分*期', [1]],
      ['分*期', [1]],
    ]);
  });
  test('words of the frame are read and mean nothing', () =>
    expect(read({ frame: ['请问'], matters: { ask: ['问'] } }, '请问问')).toEqual([
      ['请问', []],
      ['问', [1]],
    ]));
  test('what is misspelt is read as what is meant, but not inside a longer word', () => {
    const matters = { bill: ['账单'] };
    expect(read({ matters }, '我的帐单')).toEqual([['帐单', [1]]]);
    expect(read({ matters }, '帐单独')).toEqual([['帐单独', []]]);
  });
  test('what is foreign is one concept', () =>
    expect(read({ foreign: ['天气', '唱歌'] }, '天气唱歌').map(([, found]) => found)).toEqual([[0], [0]]));
});

describe('the lexicon of concepts', () => {
  const problems = (matters: Record<string, string[]>): string[] =>
    LexiconConcepts.safeParse({ ...none.concepts, matters }).error?.issues.map(({ message }) => message) ??
    [];
  test('may take one concept in another', () =>
    expect(problems({ cost: ['~fee'], fee: ['手续费'] })).toEqual([]));
  test('takes in what is there', () =>
    expect(problems({ cost: ['~fee'] })).toEqual(['takes in fee, which is no concept']));
  test('never takes a concept in itself', () =>
    expect(problems({ a: ['~b'], b: ['~c'], c: ['~a'] })).toEqual(Array(3).fill('takes itself in')));
});

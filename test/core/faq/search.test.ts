import { assert, constantFrom, property, shuffledSubarray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FaqIndex, indexFaq } from '../../../src/core/faq/faq-index.ts';
import { type FaqHit, searchFaq } from '../../../src/core/faq/search.ts';
import type { FaqEntry } from '../../../src/core/knowledge/faq.ts';
import { LANGUAGES } from '../../../src/core/knowledge/localized.ts';
import { type Facets, facetsIn } from '../../../src/core/nlu/facets.ts';
import { alike, nearMisses } from '../../corpus/zh-CN/alike.ts';
import { oneQuestion } from '../../support/one-question.ts';
import { mind } from '../../support/running.ts';

const namedIn = (text: string): Facets => facetsIn(text, mind.understanding);
const indexOf = (entries: FaqEntry[]): FaqIndex =>
  indexFaq(new Map(entries.map(entry => [entry.id, entry])), mind.faq.concepts, namedIn);
/** Each text is an answer's only question and its id. */
const ofQuestions = (texts: string[]): FaqIndex =>
  indexOf(texts.map(text => oneQuestion(text, text, namedIn(text))));
const search = (index: FaqIndex, text: string, limit?: number): FaqHit[] =>
  searchFaq(index, text, namedIn(text), limit);

describe('questions that ask the same', () => {
  const index = ofQuestions(alike.map(([first]) => first));
  test.each(alike)('%s: %s', (first, other) => expect(search(index, other)[0]?.entry.id).toBe(first));
});

describe('near misses', () => {
  const index = ofQuestions(nearMisses.flatMap(([, right, wrong]) => [wrong, right]));
  test.each(nearMisses)('%s: %s, before %s', (asked, right, wrong) => {
    const scoreOf = (id: string): number =>
      search(index, asked, index.entries.length).find(hit => hit.entry.id === id)?.score ?? 0;
    expect(scoreOf(right)).toBeGreaterThan(scoreOf(wrong));
  });
});

describe('what a question names', () => {
  test.each([
    ['another product', '怎么关闭花呗', '怎么关闭借呗'],
    ['another hotline', '12315投诉要准备什么', '12378投诉要准备什么'],
  ])('rules out an answer about %s', (_, asked, wrong) =>
    expect(search(ofQuestions([wrong, '别的事情怎么办']), asked).map(hit => hit.entry.id)).not.toContain(
      wrong,
    ));
  test('lets an answer with the same action stand before one with another', () => {
    const text = '支付宝的事怎么办';
    const entry = (id: string, action: string): FaqEntry => ({
      ...oneQuestion(id, text, { about: [], hotline: [], action: [action], ask: [] }),
    });
    const [first, second] = searchFaq(
      indexOf([entry('other', 'refund'), entry('same', 'complain')]),
      '支付宝的事该怎么办呢',
      { about: ['alipay'], hotline: [], action: ['complain'], ask: [] },
    );
    expect(first?.entry.id).toBe('same');
    expect(second?.score).toBeLessThan(first?.score ?? 0);
  });
  test('a hotline that nobody named is offered at most', () =>
    expect(search(ofQuestions(['12378周末有人接吗']), '周末有没有人接')[0]?.score).toBeLessThan(0.35));
});

describe('our own answers', () => {
  const asked = mind.faq.entries.flatMap(entry =>
    LANGUAGES.flatMap(language => entry.questions[language].map(text => ({ id: entry.id, text }))),
  );
  test('are found by each of their own questions, with certainty', () =>
    assert(
      property(constantFrom(...asked), ({ id, text }) => {
        const [first] = search(mind.faq, text);
        expect(first?.score).toBe(1);
        expect(first?.entry.id).toBe(id);
      }),
      { numRuns: 300 },
    ));
  test('come out the same in whatever order they are written', () => {
    const some = mind.faq.entries.slice(0, 40);
    const shown = (hits: FaqHit[]): [string, number][] =>
      hits.map(({ entry, score }) => [entry.id, Math.round(score * 1e6)]);
    const inOrder = indexOf(some);
    assert(
      property(
        shuffledSubarray(some, { minLength: some.length }),
        constantFrom(...asked.slice(0, 2_000)),
        (shuffled, { text }) => {
          expect(shown(search(indexOf(shuffled), text))).toEqual(shown(search(inOrder, text)));
        },
      ),
      { numRuns: 5 },
    );
  });
  test('come out the same however often and after whatever is asked', () =>
    assert(
      property(constantFrom(...asked), constantFrom(...asked), (one, other) => {
        const first = search(mind.faq, one.text);
        search(mind.faq, other.text);
        expect(search(mind.faq, one.text)).toEqual(first);
      }),
      { numRuns: 50 },
    ));
  test('are as many as asked for, the best first', () => {
    const all = search(mind.faq, '花呗逾期了怎么办', mind.faq.entries.length);
    expect(all.length).toBeGreaterThan(20);
    expect(all.map(hit => hit.score)).toEqual(all.map(hit => hit.score).toSorted((a, b) => b - a));
    expect(search(mind.faq, '花呗逾期了怎么办', 3)).toEqual(all.slice(0, 3));
  });
});

test('an index without answers finds nothing', () => expect(search(indexOf([]), '花呗')).toEqual([]));

test.each([
  '一二三四',
  '花呗怎么还',
  '吗？',
  'overdue ',
  '不能',
  '***',
])('time grows with the length of %s', piece => {
  const time = (length: number): number => {
    const text = piece.repeat(length / piece.length);
    const facets: Facets = { about: [], hotline: [], action: [], ask: [] };
    return Math.min(
      ...[1, 2, 3, 4].map(() => {
        const start = performance.now();
        searchFaq(mind.faq, text, facets);
        return performance.now() - start;
      }),
    );
  };
  time(1_600);
  expect(time(6_400)).toBeLessThan(time(1_600) * 4 * 4 + 20);
});

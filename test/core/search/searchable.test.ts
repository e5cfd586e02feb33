import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../../src/core/language/normalize.ts';
import { excerptOf, wordsIn } from '../../../src/core/search/excerpt.ts';
import { addGrams, gramsOf } from '../../../src/core/search/grams.ts';
import { searchable, wordsSought } from '../../../src/core/search/searchable.ts';
import {
  emptyMarks,
  isOverfull,
  mark,
  marksFromBytes,
  marksToBytes,
  mayHold,
} from '../../../src/core/search/word-marks.ts';

/** Text as people write it: characters of both scripts, Latin, digits with their gaps, marks, blanks, and anything. */
const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...'退款商家不理我買賣訂單號码王五女士，。！？') },
  { weight: 4, arbitrary: fc.constantFrom(...'0123456789０１２３') },
  { weight: 3, arbitrary: fc.constantFrom(...' 　-,，.．\n\t/*:') },
  { weight: 2, arbitrary: fc.constantFrom(...'abXYＡｂ') },
  { weight: 1, arbitrary: fc.constantFrom('𠮷', '👍', 'é', '\u0301', '\ud842') },
);
const anyText = fc.array(piece, { minLength: 2, maxLength: 40 }).map(pieces => pieces.join(''));
const textAndPart = anyText.chain(text =>
  fc
    .tuple(fc.nat({ max: text.length - 1 }), fc.nat({ max: text.length }))
    .map(([from, length]) => ({ text, part: text.slice(from, from + length + 1) })),
);

describe('the form in which texts are searched', () => {
  test.each([
    ['我要退款，商家不理', '我要退款 商家不理'],
    ['買賣糾紛', '买卖纠纷'],
    ['ＡＢｃ１２３', 'abc123'],
    ['订单号 2026-0315 2200', '订单号 202603152200'],
    ['花了1,299.50元', '花了1299.50元'],
    ['２，５８０元', '2580元'],
    ['到 11/26 09:30', '到 11 2609 30'],
    ['138****5678', '138 5678'],
    ['……！？', ''],
    ['v1.2.', 'v1.2'],
  ])('%s', (text, words) => {
    expect(searchable(text).words).toBe(words);
  });

  test('says where each unit stands in the text', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { words, places } = searchable(text);
        expect(places).toHaveLength(words.length);
        for (const [at, place] of places.entries()) {
          expect(places[at + 1] ?? Infinity).toBeGreaterThan(place);
          if (words[at] !== ' ') expect(words[at]).toBe(normalize(text)[place]);
        }
      }),
    );
  });

  test('holds every word of whatever is copied out of a text', () => {
    fc.assert(
      fc.property(textAndPart, ({ text, part }) => {
        const sought = wordsSought(part);
        expect(wordsIn(text, sought)).toEqual(sought);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the marks of words', () => {
  test('know of every part of every word, also after they were written down', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), textAndPart, (others, { text, part }) => {
        const grams = new Set<number>();
        for (const one of [...others, text]) addGrams(searchable(one).words, grams);
        const marks = emptyMarks(grams.size);
        mark(marks, grams);
        const read = marksFromBytes(marksToBytes({ ...marks, at: 1_795_000_000_000 }));
        expect(read?.at).toBe(1_795_000_000_000);
        for (const gram of wordsSought(part).flatMap(gramsOf))
          expect(mayHold(read?.bits ?? new Uint8Array(1), gram)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('are wrong about one piece in a thousand at most when they are full', () => {
    const marks = emptyMarks(1_000);
    for (let gram = 0; !isOverfull(marks); gram++) mark(marks, [2 ** 33 + gram * 65_537]);
    let wrong = 0;
    for (let gram = 0; gram < 100_000; gram++) if (mayHold(marks.bits, 2 ** 32 + gram)) wrong++;
    expect(wrong).toBeLessThan(100);
  });

  test('of another form are none', () => {
    expect(marksFromBytes(new Uint8Array(100))).toBeNull();
    expect(marksFromBytes(new Uint8Array(3))).toBeNull();
  });
});

describe('what is shown of a text', () => {
  const marked = (text: string, query: string): string => {
    const { text: shown, marks } = excerptOf(text, wordsSought(query));
    return marks.reduceRight(
      (done, [from, to]) => `${done.slice(0, from)}[${done.slice(from, to)}]${done.slice(to)}`,
      shown,
    );
  };

  test.each([
    ['商家不退款', '退款', '商家不[退款]'],
    ['商家不退款，我要退款', '退款', '商家不[退款]，我要[退款]'],
    ['買賣糾紛', '买卖', '[買賣]糾紛'],
    ['订单 2026-0315 2200', '03152', '订单 2026-[0315 2]200'],
    ['订单 2026-0315 2200', '2026 2200', '订单 [2026]-0315 [2200]'],
    ['花了1,299元', '1299', '花了[1,299]元'],
    ['退款退款', '退款', '[退款退款]'],
    ['退款金额', '退款金 款金额', '[退款金额]'],
  ])('%s, sought by %s', (text, query, shown) => {
    expect(marked(text, query)).toBe(shown);
  });

  test('is a piece around the first word, and cuts no character in two', () => {
    const text = `${'𠮷'.repeat(200)}退款${'𠮷'.repeat(200)}`;
    const shown = marked(text, '退款');
    expect(shown).toMatch(/^…𠮷+\[退款\]𠮷+…$/u);
    expect(shown.isWellFormed()).toBe(true);
  });
});

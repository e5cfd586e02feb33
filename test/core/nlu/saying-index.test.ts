import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SayingIndex } from '../../../src/core/nlu/saying-index.ts';

/** Few characters, so that sayings overlap and lie inside one another: Han, words, digits, half of a pair, a mark. */
const written = (maxLength: number) =>
  fc.string({
    unit: fc.constantFrom('退', '款', '不', 'a', 'b', '1', '_', ' ', '，', '𠮷', '\ud842'),
    maxLength,
  });
const wordings = fc.array(written(2), { minLength: 1, maxLength: 3 });
const chains = fc.array(fc.array(wordings, { minLength: 1, maxLength: 4 }), { maxLength: 12 });

/** All sayings of a chain, each once. */
const sayingsOf = (chain: string[][]): Set<string> =>
  new Set(chain.reduce((heads, link) => heads.flatMap(head => link.map(wording => head + wording)), ['']));

const cutsWord = (text: string, at: number): boolean => /\w\w/.test(text.slice(Math.max(0, at - 1), at + 1));

/** What is found by trying every saying at every place. */
function naively(all: string[][][], text: string): string[] {
  const found: string[] = [];
  for (const [tag, chain] of all.entries())
    for (const saying of sayingsOf(chain).difference(new Set([''])))
      for (let at = 0; at + saying.length <= text.length; at++)
        if (text.startsWith(saying, at) && !cutsWord(text, at) && !cutsWord(text, at + saying.length))
          found.push(`${at}-${at + saying.length} ${tag}`);
  return found.sort();
}

function indexOf(all: string[][][], mostNodes?: number): SayingIndex<number> {
  const index = new SayingIndex<number>(mostNodes);
  for (const [tag, chain] of all.entries()) index.addAny(chain, tag);
  return index;
}

describe('the index of sayings', () => {
  test('finds what trying every saying at every place finds', () => {
    fc.assert(
      fc.property(chains, fc.array(written(16), { maxLength: 4 }), fc.nat(20), (all, texts, mostNodes) => {
        const index = indexOf(all, mostNodes);
        for (const text of texts) {
          const found = index.find(text).map(({ start, end, tag }) => `${start}-${end} ${tag}`);
          expect(found.sort()).toEqual(naively(all, text));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('gives hits by start, then by length', () => {
    fc.assert(
      fc.property(chains, written(16), (all, text) => {
        const hits = indexOf(all).find(text);
        expect(hits).toEqual(hits.toSorted((a, b) => a.start - b.start || a.end - b.end));
      }),
    );
  });

  test('knows which sayings are a whole text', () => {
    fc.assert(
      fc.property(chains, written(5), (all, text) => {
        const whole = all.flatMap((chain, tag) => (sayingsOf(chain).has(text) ? [tag] : []));
        expect(new Set(indexOf(all).whole(text))).toEqual(new Set(whole));
      }),
      { numRuns: 400 },
    );
  });

  test('finds what was added after a search', () => {
    const index = new SayingIndex<string>();
    index.add('退款', 'refund');
    expect(index.find('不退款')).toEqual([{ start: 1, end: 3, tag: 'refund' }]);
    index.add('不退款', 'refusal');
    expect(index.find('不退款').map(({ tag }) => tag)).toEqual(['refusal', 'refund']);
  });
});

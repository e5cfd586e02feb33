import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Entry } from '../../src/protocol/entry.ts';
import { deliveredIn, filesIn, mergeEntries, openEntry } from '../../src/web/widget/entries.ts';

const entry = (version: number, from: Entry['from'] = 'bot', more: Partial<Entry> = {}): Entry => ({
  version,
  at: '2025-05-01T08:00:00.000Z',
  from,
  ...more,
});
const waiting = { message: { id: 'm', text: 'x' }, conversation: 'c', at: 0, files: [] };

describe('the transcript', () => {
  it('comes out whole, once and in order, from pieces that overlap', () => {
    const versions = fc.uniqueArray(fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(fc.array(versions), pieces => {
        const merged = pieces.reduce<Entry[]>(
          (known, piece) =>
            mergeEntries(
              known,
              piece.map(v => entry(v)),
            ),
          [],
        );
        expect(merged.map(one => one.version)).toEqual([...new Set(pieces.flat())].sort((a, b) => a - b));
      }),
    );
  });

  it('knows which messages have arrived: those the person said, not those the bot answered', () => {
    expect(
      deliveredIn([entry(1, 'user', { message: 'a' }), entry(2, 'bot', { message: 'b' }), entry(3, 'user')]),
    ).toEqual(['a']);
  });

  it('offers buttons under the last word of the bot only, and not while an answer is on its way', () => {
    expect(openEntry([entry(1), entry(4)], [])).toBe(4);
    expect(openEntry([entry(1), entry(2, 'user')], [])).toBeNull();
    expect(openEntry([entry(1)], [waiting])).toBeNull();
    expect(openEntry([entry(1)], [{ ...waiting, failed: 'malformed' }])).toBe(1);
    expect(openEntry([], [])).toBeNull();
  });

  it('counts the files it holds', () => {
    const file = { id: 'f', name: 'a.png', mime: 'image/png', size: 1 };
    expect(filesIn([entry(1), entry(2, 'user', { files: [file, file] })])).toBe(2);
  });
});

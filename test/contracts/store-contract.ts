import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Append, Store, StoredEvent, StreamEvent } from '../../src/stores/store.ts';

export const AT = '2026-03-15T08:00:00.000Z';

export const told = (message: string, text: string): StreamEvent => ({
  type: 'UserSaid',
  message,
  text,
  evidence: [],
});

export const to = (
  stream: string,
  expectedVersion: number,
  cause: string,
  ...events: StreamEvent[]
): Append => ({
  stream,
  expectedVersion,
  cause,
  at: AT,
  events: events.length > 0 ? events : [told(cause, `said with ${cause}`)],
});

const versions = (events: StoredEvent[]): number[] => events.map(stored => stored.version);

/** What every store must do. `open` gives a fresh, empty store. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} as a store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    describe('append', () => {
      it('returns the events with their places', async () => {
        const events = [told('m1', '鞋子跟图片不一样'), told('m1', 'second')];
        const result = await store.append(to('a', 0, 'c1', ...events));
        expect(result.outcome).toBe('stored');
        if (result.outcome !== 'stored') return;
        expect(result.events.map(({ position: _, ...rest }) => rest)).toEqual([
          { stream: 'a', version: 1, at: AT, cause: 'c1', event: events[0] },
          { stream: 'a', version: 2, at: AT, cause: 'c1', event: events[1] },
        ]);
        expect(await store.read('a')).toEqual(result.events);
      });

      it('numbers each stream without gaps', async () => {
        await store.append(to('a', 0, 'c1', told('1', 'x'), told('1', 'y')));
        await store.append(to('b', 0, 'c1'));
        await store.append(to('a', 2, 'c2'));
        expect(versions(await store.read('a'))).toEqual([1, 2, 3]);
        expect(versions(await store.read('b'))).toEqual([1]);
      });

      it.each([
        ['behind', 1],
        ['ahead', 3],
        ['zero for a stream that exists', 0],
      ])('stores nothing when the expected version is %s', async (_, expected) => {
        await store.append(to('a', 0, 'c1', told('1', 'x'), told('1', 'y')));
        expect(await store.append(to('a', expected, 'c2'))).toEqual({ outcome: 'conflict', version: 2 });
        expect(await store.read('a')).toHaveLength(2);
        expect(await store.readAll(0, 100)).toHaveLength(2);
      });

      it('stores nothing when a new stream is expected at a later version', async () => {
        expect(await store.append(to('a', 1, 'c1'))).toEqual({ outcome: 'conflict', version: 0 });
        expect(await store.streams('', '', 10)).toEqual([]);
      });

      it('answers a repeated cause with the first events, whatever the version', async () => {
        const first = await store.append(to('a', 0, 'c1', told('1', 'first')));
        await store.append(to('a', 1, 'c2'));
        for (const expected of [0, 1, 2, 7]) {
          const again = await store.append(to('a', expected, 'c1', told('1', 'again')));
          expect(again).toEqual({
            outcome: 'duplicate',
            events: first.outcome === 'stored' ? first.events : null,
          });
        }
        expect(await store.read('a')).toHaveLength(2);
      });

      it('takes the same cause in another stream', async () => {
        await store.append(to('a', 0, 'c1'));
        expect((await store.append(to('b', 0, 'c1'))).outcome).toBe('stored');
      });

      it('lets exactly one of many writers win each version', async () => {
        const results = await Promise.all(
          Array.from({ length: 20 }, (_, n) => store.append(to('a', 0, `c${n}`))),
        );
        expect(results.filter(one => one.outcome === 'stored')).toHaveLength(1);
        expect(results.filter(one => one.outcome === 'conflict')).toHaveLength(19);
        expect(await store.read('a')).toHaveLength(1);
      });

      it('keeps every character of an event and its cause', async () => {
        const text =
          '花呗 🧧 "quoted" \\ \n\t\0 \u2028 𠮷 ＡＢＣ{{authority.nfra.phone}} \'; DROP TABLE event; --';
        await store.append(to('a', 0, `message:${text}`, told('m', text)));
        expect((await store.read('a')).map(one => one.event)).toEqual([told('m', text)]);
        expect(await store.readCause('a', `message:${text}`)).toHaveLength(1);
      });

      it('keeps a text of a megabyte', async () => {
        const text = '长'.repeat(350_000);
        await store.append(to('a', 0, 'c1', told('m', text)));
        expect((await store.read('a'))[0]?.event).toEqual(told('m', text));
      });
    });

    describe('reading', () => {
      it('finds nothing where nothing is', async () => {
        expect(await store.read('none')).toEqual([]);
        expect(await store.readCause('none', 'c')).toEqual([]);
        expect(await store.readAll(0, 10)).toEqual([]);
        expect(await store.streams('', '', 10)).toEqual([]);
      });

      it('reads a stream after a version', async () => {
        await store.append(to('a', 0, 'c1', told('1', 'x'), told('1', 'y'), told('1', 'z')));
        expect(versions(await store.read('a', 1))).toEqual([2, 3]);
        expect(await store.read('a', 3)).toEqual([]);
        expect(versions(await store.read('a', 0))).toEqual([1, 2, 3]);
      });

      it('reads the events of one cause', async () => {
        await store.append(to('a', 0, 'c1', told('1', 'x'), told('1', 'y')));
        await store.append(to('a', 2, 'c2'));
        expect(versions(await store.readCause('a', 'c1'))).toEqual([1, 2]);
        expect(versions(await store.readCause('a', 'c2'))).toEqual([3]);
        expect(await store.readCause('a', 'c')).toEqual([]);
      });

      it('reads all streams in the order of writing, page by page', async () => {
        await store.append(to('b', 0, 'c1', told('1', 'x'), told('1', 'y')));
        await store.append(to('a', 0, 'c1'));
        await store.append(to('b', 2, 'c2'));
        const all = await store.readAll(0, 100);
        expect(all.map(one => `${one.stream}${one.version}`)).toEqual(['b1', 'b2', 'a1', 'b3']);
        const positions = all.map(one => one.position);
        expect(positions).toEqual([...new Set(positions)].toSorted((x, y) => x - y));
        expect(positions[0]).toBeGreaterThanOrEqual(1);
        const firstPage = await store.readAll(0, 3);
        expect(firstPage).toEqual(all.slice(0, 3));
        expect(await store.readAll(firstPage[2]?.position ?? 0, 3)).toEqual(all.slice(3));
      });

      it('gives events that can be changed without changing the past', async () => {
        const event = told('m', 'as it was');
        const result = await store.append(to('a', 0, 'c1', event));
        const read = await store.read('a');
        for (const seen of [event, read[0]?.event, result.outcome === 'stored' && result.events[0]?.event]) {
          if (seen && seen.type === 'UserSaid') seen.text = 'changed';
        }
        expect((await store.read('a'))[0]?.event).toEqual(told('m', 'as it was'));
      });
    });

    it('lists streams by prefix, sorted and paged', async () => {
      for (const name of [
        'case-2',
        'conversation-b',
        'case-10',
        'conversation-a',
        'case_1',
        'casf',
        'case-%',
      ]) {
        await store.append(to(name, 0, 'c', told('1', 'x'), told('1', 'y')));
      }
      expect(await store.streams('case-', '', 10)).toEqual(['case-%', 'case-10', 'case-2']);
      expect(await store.streams('case-', 'case-%', 1)).toEqual(['case-10']);
      expect(await store.streams('case-', 'case-2', 10)).toEqual([]);
      expect(await store.streams('conversation-', '', 1)).toEqual(['conversation-a']);
      expect(await store.streams('', '', 100)).toHaveLength(7);
    });

    it('remembers how far each reader has come', async () => {
      expect(await store.checkpoint('reactions')).toBe(0);
      await store.saveCheckpoint('reactions', 7);
      await store.saveCheckpoint('reactions', 9);
      await store.saveCheckpoint('other', 2);
      expect(await store.checkpoint('reactions')).toBe(9);
      expect(await store.checkpoint('other')).toBe(2);
    });

    it('can be closed twice', async () => {
      await store.close();
      await store.close();
    });
  });
}

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
  owner: stream,
  expectedVersion,
  cause,
  at: AT,
  events: events.length > 0 ? events : [told(cause, `said with ${cause}`)],
});

/** All events of a store, partition by partition. */
async function everything(store: Store, types?: ReadonlySet<string>): Promise<StoredEvent[]> {
  const partitions = Array.from({ length: store.partitions }, (_, partition) => partition);
  const pages = await Promise.all(partitions.map(partition => store.readAll(partition, 0, 1_000, types)));
  return pages.flatMap(page => page.events);
}

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
        expect(await everything(store)).toHaveLength(2);
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
        expect(await everything(store)).toEqual([]);
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

      it('reads each partition in the order of writing, page by page', async () => {
        await store.append(to('b', 0, 'c1', told('1', 'x'), told('1', 'y')));
        await store.append(to('a', 0, 'c1'));
        await store.append(to('b', 2, 'c2'));
        for (let partition = 0; partition < store.partitions; partition++) {
          const all = await store.readAll(partition, 0, 100);
          const positions = all.events.map(one => one.position);
          expect(positions).toEqual(positions.toSorted((x, y) => x - y));
          expect(all.upTo).toBe(positions.at(-1) ?? 0);
          const pages: StoredEvent[] = [];
          for (let after = 0, last = -1; after !== last; ) {
            const page = await store.readAll(partition, after, 1);
            pages.push(...page.events);
            last = after;
            after = page.upTo;
          }
          expect(pages).toEqual(all.events);
        }
        const places = (await everything(store)).map(one => `${one.stream}${one.version}`);
        expect(places.filter(place => place.startsWith('b'))).toEqual(['b1', 'b2', 'b3']);
        expect(places.toSorted()).toEqual(['a1', 'b1', 'b2', 'b3']);
      });

      it('passes over appends without an event of the types asked for, and says how far it came', async () => {
        await store.append(to('a', 0, 'c1', told('1', 'x')));
        await store.append(to('a', 1, 'c2', told('2', 'y'), { type: 'HandoffCancelled' }));
        await store.append(to('a', 3, 'c3', told('3', 'z')));
        const wanted = new Set(['HandoffCancelled']);
        expect(versions(await everything(store, wanted))).toEqual([2, 3]);
        for (let partition = 0; partition < store.partitions; partition++) {
          const { upTo } = await store.readAll(partition, 0, 100);
          expect((await store.readAll(partition, 0, 100, wanted)).upTo).toBe(upTo);
        }
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
      expect(await store.checkpoint('reactions', 0)).toBe(0);
      await store.saveCheckpoint('reactions', 0, 7);
      await store.saveCheckpoint('reactions', 0, 9);
      await store.saveCheckpoint('other', 0, 2);
      await store.saveCheckpoint('reactions', 1, 3);
      expect(await store.checkpoint('reactions', 0)).toBe(9);
      expect(await store.checkpoint('other', 0)).toBe(2);
      expect(await store.checkpoint('reactions', 1)).toBe(3);
    });

    describe('erasing', () => {
      it('makes all of an owner unreadable, for good, and nothing of others', async () => {
        await store.append({ ...to('conversation-a', 0, 'c1'), owner: 'a' });
        await store.append({ ...to('case-1', 0, 'c1'), owner: 'a' });
        await store.append({ ...to('conversation-b', 0, 'c1'), owner: 'b' });
        await store.saveSnapshot('conversation-a', 'a', 'format', 1, { said: 'words' });
        await store.erase('a', ['conversation-a', 'case-1']);
        expect(await store.read('conversation-a')).toEqual([]);
        expect(await store.read('case-1')).toEqual([]);
        expect(await store.readCause('case-1', 'c1')).toEqual([]);
        expect(await store.snapshot('conversation-a', 'a', 'format')).toBeNull();
        expect((await everything(store)).map(one => one.stream)).toEqual(['conversation-b']);
        for (const expectedVersion of [0, 1])
          expect(await store.append({ ...to('conversation-a', expectedVersion, 'c2'), owner: 'a' })).toEqual({
            outcome: 'erased',
          });
        expect(await store.read('conversation-b')).toHaveLength(1);
      });

      it('does not stop a reader of the whole store', async () => {
        for (let at = 0; at < 5; at++) await store.append({ ...to(`s${at}`, 0, 'c'), owner: `o${at}` });
        for (let at = 0; at < 4; at++) await store.erase(`o${at}`, [`s${at}`]);
        let last: string | undefined;
        for (let partition = 0; partition < store.partitions; partition++) {
          for (let after = -1, upTo = 0; upTo !== after; ) {
            after = upTo;
            const page = await store.readAll(partition, after, 1);
            last = page.events.at(-1)?.stream ?? last;
            upTo = page.upTo;
          }
        }
        expect(last).toBe('s4');
      });
    });

    it('keeps snapshots of the format they were saved in', async () => {
      await store.append(to('a', 0, 'c1'));
      await store.saveSnapshot('a', 'a', 'one', 1, { known: ['花呗', 299] });
      expect(await store.snapshot('a', 'a', 'one')).toEqual({ version: 1, state: { known: ['花呗', 299] } });
      expect(await store.snapshot('a', 'a', 'two')).toBeNull();
      expect(await store.snapshot('b', 'b', 'one')).toBeNull();
    });

    it('can be closed twice', async () => {
      await store.close();
      await store.close();
    });
  });
}

import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ledger, Notice, QueueRow, SealedAppend } from '../../src/stores/ledger.ts';
import { chainOf, endOf, NO_HASH } from '../../src/stores/sealing/chain.ts';
import { AT } from './store-contract.ts';

/** An append of one event to a stream, after the one given. */
export function sealed(
  stream: string,
  after: SealedAppend | null,
  cause: string,
  owner = stream,
): SealedAppend {
  const open = {
    stream,
    version: after ? after.version + after.types.length : 1,
    at: AT,
    cause,
    owner,
    types: ['UserSaid'],
    previous: after ? endOf(after) : NO_HASH,
    body: Buffer.from([0, 1, 255, 10, 13, ...Buffer.from(cause)]),
  };
  return { ...open, chain: chainOf(open) };
}

const row = (number: number, more: Partial<QueueRow> = {}): QueueRow => ({
  stream: `case-${String(number).padStart(3, '0')}`,
  queue: 'case',
  version: 1,
  status: 'filed',
  type: 'trade',
  mediator: null,
  deadline: `2026-12-${String((number % 28) + 1).padStart(2, '0')}`,
  since: `2026-11-01T00:${String(Math.floor(number / 60)).padStart(2, '0')}:${String(number % 60).padStart(2, '0')}.000Z`,
  ...more,
});

/** What every ledger must do beside what the store over it shows. `open` gives a fresh, empty one. */
export function ledgerContract(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} as a ledger`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await open();
    });
    afterEach(() => ledger.close());

    it('gives back what it was given, to the byte', async () => {
      const append = sealed('a', null, 'c1');
      expect((await ledger.append(append)).outcome).toBe('stored');
      const [found] = await ledger.read('a', 0);
      expect({
        ...found,
        chain: Buffer.from(found?.chain ?? []),
        body: Buffer.from(found?.body ?? []),
      }).toEqual({
        ...append,
        position: found?.position,
      });
      expect(await ledger.head('a')).toEqual({ version: 1, hash: endOf(append), at: AT, owner: 'a' });
      expect(await ledger.head('b')).toBeNull();
    });

    it('refuses what follows another event than the last', async () => {
      const first = sealed('a', null, 'c1');
      await ledger.append(first);
      const astray = { ...sealed('a', first, 'c2'), previous: endOf(sealed('a', null, 'other')) };
      expect(await ledger.append(astray)).toEqual({ outcome: 'conflict', version: 1 });
      expect((await ledger.append(sealed('a', first, 'c2'))).outcome).toBe('stored');
    });

    describe('keys', () => {
      it('keeps the first and gives it to all who come later', async () => {
        expect(await ledger.key('one')).toBeNull();
        const [first, second] = [Buffer.from('first'), Buffer.from('second')];
        const kept = await Promise.all([ledger.keepKey('one', first), ledger.keepKey('one', second)]);
        const standing = Buffer.from((await ledger.key('one')) ?? []);
        expect(kept.map(key => Buffer.from(key ?? []))).toEqual([standing, standing]);
        expect([first, second]).toContainEqual(standing);
      });

      it('are listed page by page', async () => {
        for (const owner of ['c', 'a', 'b']) await ledger.keepKey(owner, Buffer.from(owner));
        const owners = async (after: string, limit: number): Promise<string[]> =>
          (await ledger.keys(after, limit)).map(one => one.owner);
        expect(await owners('', 2)).toEqual(['a', 'b']);
        expect(await owners('b', 2)).toEqual(['c']);
      });

      it('once destroyed, are never there again, and nothing is added to their streams', async () => {
        const first = sealed('a', null, 'c1', 'one');
        await ledger.keepKey('one', Buffer.from('key'));
        await ledger.append(first);
        await ledger.saveSnapshot('a', 1, Buffer.from('state'));
        for (let again = 0; again < 2; again++) await ledger.erase('one', ['a']);
        expect(await ledger.key('one')).toBeNull();
        expect(await ledger.keepKey('one', Buffer.from('another'))).toBeNull();
        expect(await ledger.keys('', 10)).toEqual([]);
        expect(await ledger.append(sealed('a', first, 'c2', 'one'))).toEqual({ outcome: 'erased' });
        expect(await ledger.snapshot('a')).toBeNull();
        expect(await ledger.read('a', 0)).toHaveLength(1);
        expect(await ledger.idle('', { from: null, before: '9999-01-01T00:00:00.000Z' }, 10)).toEqual([]);
      });
    });

    it('names the streams that have been idle, oldest first', async () => {
      const at = (day: number): string => `2026-11-0${day}T00:00:00.000Z`;
      for (const [stream, day] of [
        ['conversation-b', 3],
        ['conversation-a', 2],
        ['case-1', 1],
        ['conversation-c', 5],
      ] as const)
        await ledger.append({ ...sealed(stream, null, 'c', `owner of ${stream}`), at: at(day) });
      expect(await ledger.idle('conversation-', { from: null, before: at(4) }, 10)).toEqual([
        { stream: 'conversation-a', owner: 'owner of conversation-a', at: at(2) },
        { stream: 'conversation-b', owner: 'owner of conversation-b', at: at(3) },
      ]);
      expect(await ledger.idle('conversation-', { from: null, before: at(4) }, 1)).toHaveLength(1);
      const later = await ledger.idle('conversation-', { from: at(3), before: at(9) }, 10);
      expect(later.map(one => one.stream)).toEqual(['conversation-b', 'conversation-c']);
    });

    it('keeps the newest snapshot', async () => {
      expect(await ledger.snapshot('a')).toBeNull();
      await ledger.saveSnapshot('a', 4, Buffer.from([4, 0]));
      await ledger.saveSnapshot('a', 2, Buffer.from([2]));
      const kept = await ledger.snapshot('a');
      expect({ version: kept?.version, body: [...(kept?.body ?? [])] }).toEqual({ version: 4, body: [4, 0] });
    });

    it('leases to one holder at a time, and to another when the time is over', async () => {
      expect(await ledger.lease('reactions', 'a', 60_000)).toBe(true);
      expect(await ledger.lease('reactions', 'b', 60_000)).toBe(false);
      expect(await ledger.lease('reactions', 'a', 5)).toBe(true);
      await pause(30);
      expect(await ledger.lease('reactions', 'b', 60_000)).toBe(true);
      await ledger.release('reactions', 'a');
      expect(await ledger.lease('reactions', 'a', 60_000)).toBe(false);
      await ledger.release('reactions', 'b');
      expect(await ledger.lease('reactions', 'a', 60_000)).toBe(true);
    });

    it('tells of every append and erasure until it is told to stop', async () => {
      const heard: Notice[] = [];
      const stop = ledger.watch(notice => heard.push(notice));
      await expect
        .poll(async () => {
          // A listener may need a moment to be connected.
          await ledger.append(sealed(`probe-${heard.length}-${Math.random()}`, null, 'c'));
          return heard.length;
        })
        .toBeGreaterThan(0);
      const first = sealed('a', null, 'c1');
      await ledger.append(first);
      await ledger.append(sealed('a', first, 'c2'));
      await ledger.erase('a', ['a']);
      await expect.poll(() => heard).toContainEqual({ stream: 'a', version: 2 });
      await expect.poll(() => heard).toContainEqual({ erased: 'a' });
      stop();
      const before = heard.length;
      await ledger.append(sealed('b', null, 'c1'));
      await pause(50);
      expect(heard.filter(notice => notice && 'stream' in notice && notice.stream === 'b')).toEqual([]);
      expect(heard.length).toBe(before);
    });

    it('can be written to', () => expect(ledger.probe()).resolves.toBeUndefined());

    describe('marks', () => {
      const body = (text: string): Uint8Array => Buffer.from([0, 32, 255, ...Buffer.from(text)]);
      const text = (bytes: Uint8Array | null | undefined): string | null =>
        bytes ? Buffer.from(bytes).toString('latin1', 3) : null;
      /** All changes above the places reached in each partition, which are moved on. */
      async function changesSince(reached: number[], limit = 2): Promise<[string, string | null][]> {
        const found: [string, string | null][] = [];
        for (let partition = 0; partition < ledger.partitions; partition++)
          for (;;) {
            const rows = await ledger.marks.changes(partition, reached[partition] ?? 0, limit);
            if (rows.length === 0) break;
            found.push(...rows.map(({ owner, body }): [string, string | null] => [owner, text(body)]));
            reached[partition] = rows.at(-1)?.place ?? 0;
          }
        return found.sort((one, other) => (String(one) < String(other) ? -1 : 1));
      }

      it('are put by whoever names the version they stand at', async () => {
        const { marks } = ledger;
        expect(await marks.get('a')).toBeNull();
        const first = await Promise.all([marks.put('a', 0, body('one')), marks.put('a', 0, body('two'))]);
        expect(first.filter(Boolean)).toHaveLength(1);
        const standing = await marks.get('a');
        expect([standing?.version, text(standing?.body)]).toEqual([1, first[0] ? 'one' : 'two']);
        expect(await marks.put('a', 2, body('three'))).toBe(false);
        expect(await marks.put('a', 1, null)).toBe(true);
        const gone = await marks.get('a');
        expect([gone?.version, gone?.body]).toEqual([2, null]);
        expect(await marks.put('a', 2, body('four'))).toBe(true);
      });

      it('are told of once, as they stand now, by whatever came last', async () => {
        const { marks } = ledger;
        const reached: number[] = [];
        for (const owner of ['a', 'b', 'c', 'd', 'e']) await marks.put(owner, 0, body(owner));
        await marks.put('b', 1, body('again'));
        expect(await changesSince(reached)).toEqual([
          ['a', 'a'],
          ['b', 'again'],
          ['c', 'c'],
          ['d', 'd'],
          ['e', 'e'],
        ]);
        expect(await changesSince(reached)).toEqual([]);
        await marks.put('a', 1, null);
        await marks.put('c', 1, body('later'));
        expect(await changesSince(reached)).toEqual([
          ['a', null],
          ['c', 'later'],
        ]);
      });

      it('go with the key of their owner, and never come back', async () => {
        const { marks } = ledger;
        const reached: number[] = [];
        await ledger.keepKey('a', Buffer.from('key'));
        await marks.put('a', 0, body('secret'));
        await changesSince(reached);
        await ledger.erase('a', []);
        expect((await marks.get('a'))?.body ?? null).toBeNull();
        expect(await changesSince(reached)).toEqual([['a', null]]);
        for (const version of [0, 1, 2]) expect(await marks.put('a', version, body('again'))).toBe(false);
        await ledger.erase('never-there', []);
        expect(await marks.put('never-there', 0, body('late'))).toBe(false);
      });
    });

    describe('the queue', () => {
      it('puts a newer row in the place of an older one, never the other way', async () => {
        const { queue } = ledger;
        await queue.put(row(1, { version: 3, status: 'closed' }));
        await queue.put(row(1, { version: 2, status: 'filed' }));
        expect(await queue.get('case-001')).toEqual(row(1, { version: 3, status: 'closed' }));
        expect(await queue.counts('case')).toEqual({ closed: 1 });
        await queue.put(row(1, { version: 4, status: 'filed' }));
        await queue.put(row(1, { version: 4, status: 'filed' }));
        expect(await queue.counts('case')).toEqual({ filed: 1 });
        await queue.put(row(1, { version: 5, status: 'filed', queue: 'desk' }));
        expect([await queue.counts('case'), await queue.counts('desk')]).toEqual([{}, { filed: 1 }]);
        await queue.remove('case-001');
        expect(await queue.get('case-001')).toBeNull();
        expect(await queue.counts('desk')).toEqual({});
        expect((await queue.list({ queue: 'case', order: 'oldest', cursor: null, limit: 5 })).rows).toEqual(
          [],
        );
      });

      it.each(['oldest', 'newest', 'deadline'] as const)('is read %s first, page by page', async order => {
        const { queue } = ledger;
        const rows = Array.from({ length: 25 }, (_, at) => row(at, at % 7 === 0 ? { deadline: null } : {}));
        for (const one of rows) await queue.put(one);
        await queue.put(row(99, { stream: 'conversation-x', queue: 'person' }));
        const seen: QueueRow[] = [];
        for (let cursor: string | null = null; ; ) {
          const page = await queue.list({ queue: 'case', order, cursor, limit: 4 });
          seen.push(...page.rows);
          cursor = page.cursor;
          if (cursor === null) break;
        }
        const key = (one: QueueRow): string =>
          `${order === 'deadline' ? (one.deadline ?? '9999') : one.since} ${one.stream}`;
        const sorted = rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
        expect(seen).toEqual(order === 'newest' ? sorted.toReversed() : sorted);
      });

      it('ends at a day, in the order of deadlines', async () => {
        const { queue } = ledger;
        const rows = Array.from({ length: 12 }, (_, at) =>
          row(at, { status: at % 2 ? 'filed' : 'closed', ...(at % 5 === 0 ? { deadline: null } : {}) }),
        );
        for (const one of rows) await queue.put(one);
        for (const dueBy of ['2026-11-30', '2026-12-05', '2026-12-08', '2027-01-01']) {
          const wanted = rows.filter(one => one.deadline !== null && one.deadline <= dueBy);
          const seen: QueueRow[] = [];
          for (let cursor: string | null = null; ; ) {
            const page = await queue.list({ queue: 'case', order: 'deadline', dueBy, cursor, limit: 3 });
            seen.push(...page.rows);
            cursor = page.cursor;
            if (cursor === null) break;
          }
          expect(seen).toEqual(wanted);
          const query = { queue: 'case', order: 'deadline', status: 'filed', dueBy, cursor: null } as const;
          const filed = await queue.list({ ...query, limit: 50 });
          expect(filed.rows).toEqual(wanted.filter(one => one.status === 'filed'));
          expect(filed.cursor).toBeNull();
        }
      });

      it('is narrowed by status, type and mediator, alone and together', async () => {
        const { queue } = ledger;
        const rows = Array.from({ length: 24 }, (_, at) =>
          row(at, {
            status: at % 2 ? 'filed' : 'closed',
            type: at % 3 ? 'trade' : 'repayment',
            mediator: at % 4 ? '李' : null,
          }),
        );
        for (const one of rows) await queue.put(one);
        const filters: Partial<QueueRow>[] = [
          { status: 'filed' },
          { type: 'repayment' },
          { mediator: null },
          { mediator: '李', status: 'closed' },
          { mediator: null, type: 'trade', status: 'closed' },
          { status: 'nowhere' },
        ];
        for (const filter of filters) {
          for (const order of ['oldest', 'deadline'] as const) {
            const wanted = rows.filter(one =>
              Object.entries(filter).every(([field, value]) => one[field as keyof QueueRow] === value),
            );
            const query = { queue: 'case', order, cursor: null, limit: 100, ...filter } as const;
            const found = await queue.list(query as Parameters<typeof queue.list>[0]);
            expect(found.cursor).toBeNull();
            expect(found.rows.toSorted((a, b) => (a.stream < b.stream ? -1 : 1))).toEqual(wanted);
          }
        }
        expect(await queue.counts('case')).toEqual({ filed: 12, closed: 12 });
      });
    });
  });
}

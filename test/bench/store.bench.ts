import { join } from 'node:path';
import type { ConversationEvent } from '../../src/core/conversation/events.ts';
import { type Mind, prepareMind } from '../../src/core/dialogue/mind.ts';
import { memoryFiles } from '../../src/evidence/memory/memory-files.ts';
import { loadKnowledge } from '../../src/runtime/load-knowledge.ts';
import { noProgress } from '../../src/progress.ts';
import { Verification } from '../../src/runtime/verification.ts';
import { auditStreams } from '../../src/stores/sealing/audit-stream.ts';
import { memoryEvidence, memoryStore, operatorKey } from '../support/stores.ts';
import { bareInserts } from './load/bare-inserts.ts';
import { inScratchFolder } from './measure/scratch-folder.ts';
import { type Bench, type BenchOptions, type Row, type Table, times } from './report/report.ts';
import { fillStore } from './scale/fill-store.ts';
import { type Adapter, withAdapters } from './stores/adapters.ts';
import { appendRate, bareRate } from './stores/append-rate.ts';
import { fillQueue, queueTimes } from './stores/queue-times.ts';
import { readTimes } from './stores/read-times.ts';
import { talkEvents } from './talk-events.ts';

/** Talks that are written at the same time. */
const AT_ONCE = [1, 64, 1_024];
/** Conversations that are read and verified. */
const STORED = 2_000;
const QUEUES = [1_000, 100_000];

type Rates = (atOnce: number, seconds: number) => Promise<number>;

async function ratesRow(name: string, is: Row['is'], rate: Rates, seconds: number): Promise<Row> {
  const values: number[] = [];
  for (const atOnce of AT_ONCE) values.push(await rate(atOnce, seconds / AT_ONCE.length));
  return { name, is, values };
}

async function appendTable(
  adapters: Adapter[],
  turns: ConversationEvent[][],
  folder: string,
  { seconds, progress }: BenchOptions,
): Promise<Table> {
  const rows: Row[] = [];
  const sizes = turns.map(events => Buffer.byteLength(JSON.stringify(events)));
  progress('bare inserts');
  const inserts = bareInserts(join(folder, 'bare.db'));
  const bare = await ratesRow(
    'bare insert, synced',
    'ceiling',
    (...by) => bareRate(inserts, sizes, ...by),
    seconds,
  );
  inserts.close();
  for (const { name, store: open } of adapters) {
    progress(`${name}: appends`);
    const store = await open('appends');
    rows.push(await ratesRow(name, 'ours', (...by) => appendRate(store, turns, ...by), seconds));
    await store.close();
  }
  progress('memory: appends');
  const memory = memoryStore();
  rows.push(
    await ratesRow('memory, nothing synced', 'ours', (...by) => appendRate(memory, turns, ...by), seconds),
  );
  const ofCeiling = rows.map(row => ({
    ...row,
    ratios: AT_ONCE.map((_, at) => times(row, bare, 'the ceiling', at)),
  }));
  return {
    title: 'Appends a second',
    unit: 'appends/s',
    better: 'more',
    columns: AT_ONCE.map(atOnce => `${atOnce.toLocaleString('en')} at once`),
    draw: 'bars',
    scale: 'log',
    rows: [...ofCeiling, bare],
  };
}

/** Seconds to read all that is stored and check every seal and chain, and how many events there were. */
async function verified(adapter: Adapter): Promise<{ events: number; seconds: number }> {
  const ledger = await adapter.ledger('read');
  const started = performance.now();
  const { events, first } = await new Verification({
    ledger,
    audit: auditStreams(ledger, operatorKey),
    files: memoryFiles(),
    evidence: memoryEvidence(),
    progress: noProgress,
  }).run();
  if (first) throw new Error(`${first.stream} ${first.what}`);
  const seconds = (performance.now() - started) / 1_000;
  await ledger.close();
  return { events, seconds };
}

async function readTables(adapter: Adapter, mind: Mind, { progress }: BenchOptions): Promise<Table[]> {
  const { name } = adapter;
  progress(`${name}: reading`);
  const store = await adapter.store('read');
  await fillStore(store, mind, STORED);
  const times = await readTimes(store, STORED);
  await store.close();
  progress(`${name}: verifying`);
  const { events, seconds } = await verified(adapter);
  return [
    {
      title: `${name}: one read`,
      unit: 'µs',
      better: 'less',
      columns: ['µs'],
      draw: 'bars',
      rows: [...times].map(([way, value]) => ({ name: way, is: 'ours', values: [value] })),
    },
    {
      title: `${name}: verifying all that is stored`,
      unit: 'events/s',
      better: 'more',
      columns: ['events/s'],
      draw: 'bars',
      rows: [{ name: `${events.toLocaleString('en')} events`, is: 'ours', values: [events / seconds] }],
    },
  ];
}

async function queueTable(adapter: Adapter, { progress }: BenchOptions): Promise<Table> {
  const times: Map<string, number>[] = [];
  for (const count of QUEUES) {
    progress(`${adapter.name}: a queue of ${count.toLocaleString('en')}`);
    const ledger = await adapter.ledger(`queue-${count}`);
    await fillQueue(ledger.queue, count);
    times.push(await queueTimes(ledger.queue, count));
    await ledger.close();
  }
  const [few, many] = times as [Map<string, number>, Map<string, number>];
  return {
    title: `${adapter.name}: looking at the queue of cases`,
    unit: 'µs',
    better: 'less',
    columns: QUEUES.toReversed().map(count => `${count.toLocaleString('en')} cases`),
    draw: 'bars',
    scale: 'log',
    rows: [...many].map(([name, value]) => {
      const before = few.get(name) ?? Number.NaN;
      return {
        name,
        is: 'ours',
        values: [value, before],
        ratios: [{ to: 'the fewer', value: value / before }],
      };
    }),
  };
}

export const bench: Bench = {
  question: 'How fast does the store write, read, check itself and list its cases?',
  run: options =>
    inScratchFolder(async folder => {
      const mind = prepareMind(loadKnowledge('knowledge'));
      return withAdapters(folder, async adapters => {
        const tables = [await appendTable(adapters, talkEvents(mind), folder, options)];
        for (const adapter of adapters) {
          tables.push(...(await readTables(adapter, mind, options)), await queueTable(adapter, options));
        }
        return {
          tables,
          targets: [],
          notes: [
            'By the clock. Each append is what one message brings about, encrypted, chained and synced to disk before it counts; reads are medians of single calls, decrypted.',
            'The ceiling inserts as many bytes into one table, with the same group commit.',
          ],
        };
      });
    }),
};

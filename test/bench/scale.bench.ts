import { type Mind, prepareMind } from '../../src/core/dialogue/mind.ts';
import { loadKnowledge } from '../../src/runtime/load-knowledge.ts';
import { median } from './measure/median.ts';
import { inScratchFolder } from './measure/scratch-folder.ts';
import { atMost, type Bench, type BenchOptions, type Row, type Table, type Target } from './report/report.ts';
import { conversationAt, fillStore } from './scale/fill-store.ts';
import { talkUntil } from './scale/long-talk.ts';
import { noTimes, timeTurns, type TurnTimes } from './scale/time-turns.ts';
import { type Adapter, withAdapters } from './stores/adapters.ts';

const FEW = 100;
const MANY = 100_000;
const SHORT = 20;
const LONG = 2_000;
/** Few and many, short and long are timed in turns, so that what else the machine does meets both. */
const ROUNDS = 5;
const TALKS_A_ROUND = 20;
const LONG_TALKS = 10;
const REACH = 1.2;

interface Compared {
  name: string;
  small: TurnTimes;
  large: TurnTimes;
}

/** Conversations not asked before, spread over the store; of every twentieth the same number, which are the long ones. */
const spread = (round: number, count: number): string[] =>
  Array.from({ length: TALKS_A_ROUND }, (_, at) => {
    const place = round * TALKS_A_ROUND + at;
    return conversationAt(place + Math.floor(at * (count / TALKS_A_ROUND / FEW)) * FEW);
  });

async function fewAndMany(
  adapter: Adapter,
  mind: Mind,
  progress: BenchOptions['progress'],
): Promise<Compared> {
  const sizes = [FEW, MANY].map(count => ({ count, times: noTimes() }));
  for (const { count } of sizes) {
    progress(`${adapter.name}: storing ${count.toLocaleString('en')} conversations`);
    const store = await adapter.store(`many-${count}`);
    await fillStore(store, mind, count);
    await store.close();
  }
  progress(`${adapter.name}: turns among few and among many`);
  for (let round = 0; round < ROUNDS; round++)
    for (const { count, times } of sizes)
      await timeTurns(await adapter.store(`many-${count}`), mind, spread(round, count), round, times);
  const [small, large] = sizes.map(({ times }) => times) as [TurnTimes, TurnTimes];
  return { name: `${MANY.toLocaleString('en')} conversations over ${FEW}`, small, large };
}

async function shortAndLong(
  adapter: Adapter,
  mind: Mind,
  progress: BenchOptions['progress'],
): Promise<Compared> {
  progress(`${adapter.name}: ${LONG_TALKS} talks of ${LONG.toLocaleString('en')} events`);
  const store = await adapter.store('long');
  const short = await talkUntil(store, mind, LONG_TALKS * ROUNDS, SHORT);
  const long = await talkUntil(store, mind, LONG_TALKS, LONG);
  await store.close();
  progress(`${adapter.name}: turns in short and in long talks`);
  const [small, large] = [noTimes(), noTimes()];
  for (let round = 0; round < ROUNDS; round++) {
    const fresh = short.slice(round * LONG_TALKS, (round + 1) * LONG_TALKS);
    await timeTurns(await adapter.store('long'), mind, fresh, round, small);
    await timeTurns(await adapter.store('long'), mind, long, round, large);
  }
  return { name: `${LONG.toLocaleString('en')} events over ${SHORT}`, small, large };
}

const KINDS = { warm: 'in use', cold: 'read from the store' } as const;
type Kind = keyof typeof KINDS;
type Measure = 'clock' | 'worked';

const growth = ({ small, large }: Compared, kind: Kind, measure: Measure): number =>
  median(large[kind][measure]) / median(small[kind][measure]);

const row = (compared: Compared, kind: Kind, measure: Measure): Row => ({
  name: `${compared.name}, ${KINDS[kind]}`,
  is: 'ours',
  values: [median(compared.large[kind][measure]), median(compared.small[kind][measure])],
  ratios: [{ to: 'the smaller', value: growth(compared, kind, measure) }],
});

const table = (title: string, all: Compared[], measure: Measure): Table => ({
  title,
  unit: 'ms',
  better: 'less',
  columns: ['the larger', 'the smaller'],
  draw: 'bars',
  rows: all.flatMap(compared => [row(compared, 'warm', measure), row(compared, 'cold', measure)]),
});

async function measured(adapter: Adapter, mind: Mind, progress: BenchOptions['progress']) {
  const all = [await fewAndMany(adapter, mind, progress), await shortAndLong(adapter, mind, progress)];
  const tables = [
    table(`${adapter.name}: one turn by the clock`, all, 'clock'),
    table(`${adapter.name}: the processor's part of it`, all, 'worked'),
  ];
  const targets = all.map(
    (one): Target => atMost(REACH, 'x', `${adapter.name}: turn at ${one.name}`, growth(one, 'warm', 'clock')),
  );
  return { tables, targets };
}

export const bench: Bench = {
  question: 'Does a turn get slower when many conversations are stored, or when one is very long?',
  run: ({ progress }) =>
    inScratchFolder(async folder => {
      const mind = prepareMind(loadKnowledge('knowledge'));
      return withAdapters(folder, async adapters => {
        const parts = [];
        for (const adapter of adapters) parts.push(await measured(adapter, mind, progress));
        return {
          tables: parts.flatMap(({ tables }) => tables),
          targets: parts.flatMap(({ targets }) => targets),
          notes: [
            'Medians of single turns, one after the other, with nothing else asked of the server; the same question every time.',
            'In use: the conversation has just been asked something. Read from the store: nothing of it is in memory, as after a restart; the file itself may be in the memory of the system.',
          ],
        };
      });
    }),
};

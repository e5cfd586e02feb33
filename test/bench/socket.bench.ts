import { join } from 'node:path';
import { type Mind, prepareMind } from '../../src/core/dialogue/mind.ts';
import { loadKnowledge } from '../../src/runtime/load-knowledge.ts';
import { RealServer } from '../support/real-server.ts';
import { RedisServer } from '../support/redis-server.ts';
import { ChildServer } from './load/child-server.ts';
import { generateLoad } from './load/generate-load.ts';
import type { LoadPlan, LoadResult } from './load/load-plan.ts';
import { underLoad } from './load/server-settings.ts';
import { PERCENTILES } from './measure/latency.ts';
import { onCore, pinning } from './measure/processor.ts';
import { inScratchFolder } from './measure/scratch-folder.ts';
import {
  atLeast,
  atMost,
  type Bench,
  type BenchOptions,
  type Row,
  type Table,
  times,
} from './report/report.ts';
import { talk } from './talk.ts';
import { talkEvents } from './talk-events.ts';

const PEOPLE = 256;
/** A server of which every function has been compiled is what runs most of its life. */
const WARM_UP_SECONDS = 4;
const SERVER_CORE = 0;
const GENERATOR_CORE = 1;
/** Servers that share a store must share the key, or none reads what another wrote. */
const OPERATOR_KEY = Buffer.alloc(32, 7).toString('base64');

interface Measured {
  full: LoadResult;
  half: LoadResult;
}

type Under = Pick<LoadPlan, 'urls' | 'speaks' | 'pids'>;

const fullLoad = (under: Under, core: number | null, { seconds }: BenchOptions): Promise<LoadResult> =>
  generateLoad({ ...under, people: PEOPLE, rate: null, warmUpSeconds: WARM_UP_SECONDS, seconds }, core);

/** As many answers as come, then messages at half that rate. */
async function atFullAndHalf(under: Under, core: number | null, options: BenchOptions): Promise<Measured> {
  const full = await fullLoad(under, core, options);
  options.progress(`${Math.round(full.rate)} turns/s; now half of that`);
  const plan = { ...under, people: PEOPLE, rate: full.rate / 2, warmUpSeconds: 1, seconds: options.seconds };
  return { full, half: await generateLoad(plan, core) };
}

async function onSqlite(options: BenchOptions): Promise<Measured> {
  options.progress('Parley on SQLite: one server process');
  const server = await RealServer.start({ under: onCore(SERVER_CORE), env: underLoad });
  try {
    const under: Under = { urls: [server.url], speaks: 'parley', pids: [server.pid] };
    return await atFullAndHalf(under, GENERATOR_CORE, options);
  } finally {
    await server.stop();
  }
}

/** All processes share all cores: two servers, Redis and the generator are more than the cores of a small machine. */
async function onRedis(options: BenchOptions): Promise<Measured> {
  options.progress('Parley on Redis: two server processes');
  const redis = await RedisServer.start({ fsync: 'always' });
  const servers: RealServer[] = [];
  try {
    for (let count = 0; count < 2; count++)
      servers.push(await RealServer.start({ env: { ...underLoad, REDIS_URL: redis.url, OPERATOR_KEY } }));
    const pids = [...servers, redis].map(({ pid }) => pid);
    const under: Under = { urls: servers.map(({ url }) => url), speaks: 'parley', pids };
    const measured = await atFullAndHalf(under, null, options);
    if (Number(await redis.cli('DBSIZE')) < PEOPLE) throw new Error('the servers did not store in Redis');
    return measured;
  } finally {
    for (const server of servers) await server.stop();
    await redis.remove();
  }
}

function ceiling(mind: Mind, options: BenchOptions): Promise<LoadResult> {
  return inScratchFolder(async folder => {
    options.progress('the ceiling: ws echo with a synced insert');
    const sizes = talkEvents(mind).map(events => Buffer.byteLength(JSON.stringify(events)));
    const server = await ChildServer.start([
      ...onCore(SERVER_CORE),
      process.execPath,
      'test/bench/load/echo-server.ts',
      join(folder, 'echo.db'),
      JSON.stringify(sizes),
    ]);
    try {
      const under: Under = { urls: [server.url], speaks: 'echo', pids: [server.pid] };
      return await fullLoad(under, GENERATOR_CORE, options);
    } finally {
      await server.stop();
    }
  });
}

const milliseconds = (loads: LoadResult[]): Row[] =>
  PERCENTILES.map(percent => ({
    name: percent === 100 ? 'slowest' : `${percent} %`,
    is: 'ours',
    values: loads.map(({ latencies }) => latencies[percent]),
  }));

const busyRow = (name: string, is: Row['is'], { busy, generatorBusy }: LoadResult): Row => ({
  name,
  is,
  values: [busy.reduce<number>((sum, one) => sum + (one ?? Number.NaN), 0), generatorBusy],
});

const SQLITE = 'Parley on SQLite';
const REDIS = 'Parley on Redis, two servers';
const CEILING = 'ws echo + synced insert';

function tables(sqlite: Measured, redis: Measured, echo: LoadResult): Table[] {
  const rate = (name: string, is: Row['is'], { rate }: LoadResult): Row => ({ name, is, values: [rate] });
  const onSqlite = rate(SQLITE, 'ours', sqlite.full);
  const onRedis = rate(REDIS, 'ours', redis.full);
  const bare = rate(CEILING, 'ceiling', echo);
  return [
    {
      title: 'Answers a second at full load',
      unit: 'turns/s',
      better: 'more',
      columns: ['turns/s'],
      draw: 'bars',
      rows: [
        { ...onSqlite, ratios: [times(onSqlite, bare, 'the ceiling')] },
        { ...onRedis, ratios: [times(onRedis, onSqlite, 'SQLite')] },
        bare,
      ],
    },
    {
      title: 'How long so many of the answers take at most',
      unit: 'ms',
      better: 'less',
      columns: ['SQLite, full load', 'SQLite, half load', 'Redis, full load', 'Redis, half load'],
      draw: 'lines',
      scale: 'log',
      rows: milliseconds([sqlite.full, sqlite.half, redis.full, redis.half]),
    },
    {
      title: 'Processors busy at full load',
      unit: 'processors',
      better: 'less',
      columns: ['servers', 'load generator'],
      draw: 'bars',
      rows: [
        busyRow(SQLITE, 'ours', sqlite.full),
        busyRow(REDIS, 'ours', redis.full),
        busyRow(CEILING, 'ceiling', echo),
      ],
    },
  ];
}

export const bench: Bench = {
  question:
    'How many messages a second does a whole server answer, each one safely on disk before its answer?',
  async run(options) {
    const mind = prepareMind(loadKnowledge('knowledge'));
    const sqlite = await onSqlite(options);
    const echo = await ceiling(mind, options);
    const redis = await onRedis(options);
    return {
      tables: tables(sqlite, redis, echo),
      targets: [
        atLeast(3_000, 'turns/s', 'whole turns on SQLite', sqlite.full.rate),
        atMost(50, 'ms', '99 % of answers on SQLite at half load', sqlite.half.latencies[99]),
        atLeast(0.4, 'x', 'SQLite over the ceiling', sqlite.full.rate / echo.rate),
        atLeast(1, 'x', 'Redis with two servers over SQLite', redis.full.rate / sqlite.full.rate),
      ],
      notes: [
        `${PEOPLE} people at a time, each with the same talk of ${talk.length} messages in a conversation and on a socket of its own, one message after the other.`,
        `On SQLite: ${pinning} With Redis all processes share all cores, and Redis counts among the servers.`,
        'At half load messages are due at random moments and an answer is timed from then, so a server that stalls is charged for all who had to wait.',
        'The ceiling stores as many bytes a message as Parley, in the same group commit, and reads nothing of it.',
      ],
    };
  },
};

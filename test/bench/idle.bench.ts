import { join } from 'node:path';
import { RealServer } from '../support/real-server.ts';
import { type Memory, memoryOf, tellsMemory } from './idle/memory-of.ts';
import { ChildServer } from './load/child-server.ts';
import { Person } from './load/person.ts';
import { underLoad } from './load/server-settings.ts';
import { inScratchFolder } from './measure/scratch-folder.ts';
import { atMost, type Bench, type BenchOptions, type Row, times } from './report/report.ts';

const CONNECTIONS = 10_000;
/** Connections that come and go before the base is taken, so that code is compiled and pools have their size. */
const WARM_UP = 2_000;
/** Connections that are made at the same time. */
const AT_A_TIME = 200;

/** So many people connect and say one message; they stay. */
async function gathered(url: string, speaks: 'parley' | 'echo', count: number): Promise<Person[]> {
  const people = Array.from({ length: count }, () => new Person(url, speaks));
  const waiting = people[Symbol.iterator]();
  const usher = async (): Promise<void> => {
    for (const person of waiting) {
      await person.prepare();
      await person.say();
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, usher));
  return people;
}

const dispersed = (people: Person[]): Promise<unknown> => Promise.all(people.map(person => person.leave()));

/** What each connection adds to the server's memory. */
async function eachOf(
  server: { url: string; pid: number },
  speaks: 'parley' | 'echo',
  file: string,
): Promise<Memory> {
  await dispersed(await gathered(server.url, speaks, WARM_UP));
  const base = await memoryOf(server.pid, file);
  const people = await gathered(server.url, speaks, CONNECTIONS);
  const full = await memoryOf(server.pid, file);
  await dispersed(people);
  const each = (part: keyof Memory): number => (full[part] - base[part]) / CONNECTIONS;
  return { resident: each('resident'), heap: each('heap'), outside: each('outside') };
}

const parley = ({ progress }: BenchOptions): Promise<Memory> =>
  inScratchFolder(async folder => {
    progress(`${CONNECTIONS.toLocaleString('en')} conversations with Parley`);
    const file = join(folder, 'memory.json');
    const { flags, env } = tellsMemory(file);
    const server = await RealServer.start({ flags, env: { ...env, ...underLoad } });
    try {
      return await eachOf(server, 'parley', file);
    } finally {
      await server.stop();
    }
  });

const bareWs = ({ progress }: BenchOptions): Promise<Memory> =>
  inScratchFolder(async folder => {
    progress(`${CONNECTIONS.toLocaleString('en')} connections with a bare ws server`);
    const file = join(folder, 'memory.json');
    const { flags, env } = tellsMemory(file);
    const command = [process.execPath, ...flags, 'test/bench/idle/ws-server.ts'];
    const server = await ChildServer.start(command, env);
    try {
      return await eachOf(server, 'echo', file);
    } finally {
      await server.stop();
    }
  });

const row = (name: string, is: Row['is'], { resident, heap, outside }: Memory): Row => ({
  name,
  is,
  values: [resident, heap, outside].map(bytes => bytes / 1_000),
});

export const bench: Bench = {
  question: 'How much memory does a person take who is connected and says nothing?',
  async run(options) {
    const ours = row('Parley', 'ours', await parley(options));
    const ws = row('a bare ws server', 'ceiling', await bareWs(options));
    return {
      tables: [
        {
          title: `One of ${CONNECTIONS.toLocaleString('en')} connections`,
          unit: 'kB',
          better: 'less',
          columns: ['in memory', 'as objects', 'outside the heap'],
          draw: 'bars',
          rows: [{ ...ours, ratios: [times(ours, ws, 'bare ws')] }, ws],
        },
      ],
      targets: [atMost(20, 'kB', 'memory of an idle conversation', ours.values[0] ?? Number.NaN)],
      notes: [
        `What the server's resident memory grows by, for each of ${CONNECTIONS.toLocaleString('en')} connections in conversations of their own that have said one message, after ${WARM_UP.toLocaleString('en')} others have come and gone.`,
        'All garbage is collected before each look. What the system keeps for a socket is not in it, on either side.',
      ],
    };
  },
};

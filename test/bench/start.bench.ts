import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FastClient } from '../support/fast-client.ts';
import { RealServer, type RealServerOptions } from '../support/real-server.ts';
import { underLoad } from './load/server-settings.ts';
import { median } from './measure/median.ts';
import { processorSecondsOf } from './measure/processor.ts';
import { inScratchFolder } from './measure/scratch-folder.ts';
import { atMost, type Bench, type Row } from './report/report.ts';
import { millisecondsByPart, type Part } from './start/profile.ts';

const STARTS = 5;

const PARTS: Part[] = [
  { name: 'Botkit', frame: /node_modules\/(botkit|botbuilder|botframework)/ },
  { name: 'reading the knowledge', frame: /src\/runtime\/(load-knowledge\.ts|knowledge\/)/ },
  { name: 'preparing to understand', frame: /src\/core\/dialogue\/mind\.ts/ },
  { name: 'the first messages', frame: /src\/(channels\/web\/person-socket|runtime\/conversations)\.ts/ },
  { name: 'other packages', frame: /node_modules\// },
  {
    name: 'loading modules',
    frame: /node:internal\/(modules|deps\/cjs|vm)|node:internal\/modules\/typescript/,
  },
  { name: 'collecting garbage', frame: /\(garbage collector\)/ },
  { name: "Parley's own other code", frame: /\/src\// },
];
const REST = 'Node itself';

/** Milliseconds from the start of the process. */
interface Started {
  listening: number;
  /** Until the bot's first answer, by the clock and of processors. */
  answered: number;
  worked: number;
}

async function start(options: RealServerOptions = {}): Promise<Started> {
  const started = performance.now();
  const server = await RealServer.start({ ...options, env: underLoad });
  try {
    const listening = performance.now() - started;
    const client = await FastClient.connect(server.url);
    await client.open();
    await client.say({ id: 'first', text: '我在淘宝买了双鞋，花了299元，商家不退款' });
    const answered = performance.now() - started;
    const worked = (processorSecondsOf(server.pid) ?? Number.NaN) * 1_000;
    await client.close();
    return { listening, answered, worked };
  } finally {
    await server.stop();
  }
}

/** The same start under a profiler. */
const profiled = (): Promise<Map<string, number>> =>
  inScratchFolder(async folder => {
    await start({ flags: ['--cpu-prof', `--cpu-prof-dir=${folder}`] });
    const [file] = readdirSync(folder);
    if (file === undefined) throw new Error('the server left no profile');
    return millisecondsByPart(join(folder, file), PARTS, REST);
  });

function bareNode(): number {
  const started = performance.now();
  spawnSync(process.execPath, ['--eval', '0']);
  return performance.now() - started;
}

async function repeated<T>(work: () => T | Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let count = 0; count < STARTS; count++) results.push(await work());
  return results;
}

export const bench: Bench = {
  question: 'How long after the start does a person get the first answer?',
  async run({ progress }) {
    progress(`${STARTS} starts`);
    const starts = await repeated(() => start());
    const answered = median(starts.map(one => one.answered));
    const row = (name: string, is: Row['is'], value: number): Row => ({ name, is, values: [value] });
    const node = median(await repeated(bareNode));
    progress('one start under the profiler');
    const parts = await profiled();
    return {
      tables: [
        {
          title: 'From the start of the process',
          unit: 'ms',
          better: 'less',
          columns: ['ms'],
          draw: 'bars',
          rows: [
            {
              ...row('to the first answer', 'ours', answered),
              ratios: [{ to: 'Node that does nothing', value: answered / node }],
            },
            row('of it a processor works', 'ours', median(starts.map(one => one.worked))),
            row('to listening', 'ours', median(starts.map(one => one.listening))),
            row('Node that does nothing', 'ceiling', node),
          ],
        },
        {
          title: 'What the processor does until then',
          unit: 'ms',
          better: 'less',
          columns: ['ms'],
          draw: 'bars',
          rows: [...parts].map(([name, value]) => row(name, 'ours', value)),
        },
      ],
      targets: [atMost(1_500, 'ms', 'start to first answer', answered)],
      notes: [
        `The server process as npm start runs it, everything installed and built, over an empty data folder; the median of ${STARTS} starts by the clock.`,
        'The parts are of one more start under a profiler, which slows it; stopping the server is in them too.',
      ],
    };
  },
};

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { RealServer } from '../support/real-server.ts';
import { enlist } from '../torture/mediators/enlist.ts';
import type { ConsolePlan, ConsoleResult } from './console/console-plan.ts';
import { underLoad } from './load/server-settings.ts';
import { PERCENTILES } from './measure/latency.ts';
import { onCore, pinning } from './measure/processor.ts';
import { atMost, type Bench, type BenchOptions, type Row } from './report/report.ts';

const MEDIATORS = 50;
const TALKS = 20;
const WRITES_EVERY = { watched: 2, others: 10 };
const ANSWERS_EVERY = 6;
const SWITCHES_EVERY = 10;
const TURNS_OVER_EVERY = 2;
const WARM_UP_SECONDS = 10;
/** Talks go on at the pace of people: a figure takes so many times as long as one of a machine. */
const TIMES_AS_LONG = 10;
const SERVER_CORE = 0;
const GENERATOR_CORE = 1;

async function generate(plan: ConsolePlan): Promise<ConsoleResult> {
  const [program, ...args] = [
    ...onCore(GENERATOR_CORE),
    process.execPath,
    'test/bench/console/generator.ts',
    JSON.stringify(plan),
  ];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`the load generator ended with ${code}`);
  return JSON.parse(said) as ConsoleResult;
}

async function atTheDesk({ seconds, progress }: BenchOptions): Promise<ConsoleResult> {
  const server = await RealServer.start({
    under: onCore(SERVER_CORE),
    env: { ...underLoad, RATE_LIMITS: 'off' },
  });
  try {
    progress(`${MEDIATORS} people come to work`);
    const staff = await enlist({ urls: [server.url], said: () => server.said }, MEDIATORS);
    progress(`${MEDIATORS * TALKS} others ask for them, and are accepted`);
    return await generate({
      url: server.url,
      pid: server.pid,
      cookies: staff.map(({ cookie }) => cookie),
      talks: TALKS,
      writesEvery: WRITES_EVERY,
      answersEvery: ANSWERS_EVERY,
      switchesEvery: SWITCHES_EVERY,
      turnsOverEvery: TURNS_OVER_EVERY,
      warmUpSeconds: WARM_UP_SECONDS,
      seconds: seconds * TIMES_AS_LONG,
    });
  } finally {
    await server.stop();
  }
}

export const bench: Bench = {
  question: 'How soon does a mediator see what a person writes, when a whole desk is at work?',
  async run(options) {
    const { toConsole, toPerson, messages, samples, busy, generatorBusy } = await atTheDesk(options);
    const milliseconds = PERCENTILES.map(
      (percent): Row => ({
        name: percent === 100 ? 'slowest' : `${percent} %`,
        is: 'ours',
        values: [toConsole[percent], toPerson[percent]],
      }),
    );
    return {
      tables: [
        {
          title: 'How long so many of the words take at most',
          unit: 'ms',
          better: 'less',
          columns: ['person to console', 'mediator to person'],
          draw: 'lines',
          scale: 'log',
          rows: milliseconds,
        },
        {
          title: 'Processors busy',
          unit: 'processors',
          better: 'less',
          columns: ['server', 'load generator'],
          draw: 'bars',
          rows: [
            {
              name: `${MEDIATORS} mediators, ${MEDIATORS * TALKS} people`,
              is: 'ours',
              values: [busy ?? Number.NaN, generatorBusy],
            },
          ],
        },
      ],
      targets: [
        atMost(100, 'ms', '99 % of messages to the console', toConsole[99]),
        atMost(1, 'processors', 'busy with all of it', busy ?? Number.NaN),
      ],
      notes: [
        `One process on SQLite. Each of ${MEDIATORS} consoles has a socket and ${TALKS} live talks, looks at one of them, goes to another every ${SWITCHES_EVERY} s and answers every ${ANSWERS_EVERY} s; every ${TURNS_OVER_EVERY} s one of the talks ends, is asked for anew and accepted. All at random moments.`,
        `A person writes every ${WRITES_EVERY.others} s, in the talk that is looked at every ${WRITES_EVERY.watched} s: ${Math.round(messages)} messages a second. Timed are those of the talks that are looked at, ${samples} of them, from the person's socket to the frame at the mediator's.`,
        'As the console in a browser does, each one reads its list and the talk it looks at anew whenever it is told that they have changed.',
        pinning,
      ],
    };
  },
};

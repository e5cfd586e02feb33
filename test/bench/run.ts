// npm run bench: runs one bench, or each in a process of its own. Tables go to stdout, the last line is JSON.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { printReport } from './report/print-report.ts';
import type { Bench, Report } from './report/report.ts';
import { thisMachine } from './measure/this-machine.ts';

const ENDING = '.bench.ts';
const DEFAULT_SECONDS = 4;

const names = readdirSync(import.meta.dirname)
  .filter(file => file.endsWith(ENDING))
  .map(file => file.slice(0, -ENDING.length));

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function options() {
  const { values, positionals } = parseArgs({
    options: { seconds: { type: 'string', default: String(DEFAULT_SECONDS) } },
    allowPositionals: true,
  });
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) fail(`--seconds takes a number above 0, not ${values.seconds}.`);
  const [name, file] = positionals;
  if (name !== undefined && !names.includes(name))
    fail(`There is no bench ${name}; there are ${names.join(', ')}.`);
  return { name, file, seconds };
}

async function runOne(name: string, seconds: number, file: string | undefined): Promise<Report> {
  const { bench } = (await import(`./${name}${ENDING}`)) as { bench: Bench };
  const progress = (doing: string): void => void process.stderr.write(`${name}: ${doing} …\n`);
  const found = await bench.run({ seconds, file, progress });
  return { bench: name, question: bench.question, ...found };
}

/** Each bench has a process of its own, so that none runs on a heap that another one has filled. */
async function runApart(name: string, seconds: number): Promise<Report | null> {
  const args = [import.meta.filename, name, '--seconds', String(seconds)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) return null;
  return JSON.parse(said.trimEnd().split('\n').at(-1) ?? '') as Report;
}

const { name, file, seconds } = options();
const machine = thisMachine();
if (name !== undefined) {
  const report = await runOne(name, seconds, file);
  process.stdout.write(`${printReport(report)}${JSON.stringify({ ...report, machine })}\n`);
} else {
  const reports: Report[] = [];
  for (const one of names) {
    const report = await runApart(one, seconds);
    if (!report) continue;
    reports.push(report);
    process.stdout.write(printReport(report));
  }
  const failed = names.filter(one => !reports.some(({ bench }) => bench === one));
  process.stdout.write(`${JSON.stringify({ bench: 'all', machine, failed, reports })}\n`);
  if (failed.length > 0) process.exitCode = 1;
}

// npm run bench: runs one bench, or each in a process of its own. Tables go to stdout, the last line is JSON.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { thisMachine } from './measure/this-machine.ts';
import { printReport } from './report/print-report.ts';
import type { Bench, Report } from './report/report.ts';

const ENDING = '.bench.ts';
const DEFAULT_SECONDS = 4;
/** Digits of a figure that mean something. */
const PRECISION = 5;

const names = readdirSync(import.meta.dirname)
  .filter(file => file.endsWith(ENDING))
  .map(file => file.slice(0, -ENDING.length));

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function options() {
  const { values, positionals } = parseArgs({
    options: { html: { type: 'string' }, seconds: { type: 'string', default: String(DEFAULT_SECONDS) } },
    allowPositionals: true,
  });
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) fail(`--seconds takes a number above 0, not ${values.seconds}.`);
  const [name, file] = positionals;
  if (name !== undefined && !names.includes(name))
    fail(`There is no bench ${name}; there are ${names.join(', ')}.`);
  return { name, file, seconds, html: values.html };
}

async function runHere(name: string, seconds: number, file: string | undefined): Promise<Report> {
  const { bench } = (await import(`./${name}${ENDING}`)) as { bench: Bench };
  const progress = (doing: string): void => void process.stderr.write(`${name}: ${doing} …\n`);
  const found = await bench.run({ seconds, file, progress });
  return { bench: name, question: bench.question, ...found };
}

/** In a process of its own, so that no bench runs on a heap that another one has filled; null where it failed. */
async function runApart(name: string, seconds: number): Promise<Report | null> {
  const args = [import.meta.filename, name, '--seconds', String(seconds)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return code === 0 ? (JSON.parse(said.trimEnd().split('\n').at(-1) ?? '') as Report) : null;
}

async function runAll(seconds: number): Promise<Report[]> {
  const reports: Report[] = [];
  for (const [at, name] of names.entries()) {
    process.stderr.write(`${at + 1} of ${names.length}\n`);
    const report = await runApart(name, seconds);
    if (!report) continue;
    reports.push(report);
    process.stdout.write(printReport(report));
  }
  return reports;
}

const jsonLine = (found: object): string =>
  `${JSON.stringify(found, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(PRECISION)) : value))}\n`;

const { name, file, seconds, html } = options();
const machine = thisMachine();
const reports = name === undefined ? await runAll(seconds) : [await runHere(name, seconds, file)];
if (html !== undefined) {
  const { htmlPage } = await import('./report/html-page.ts');
  writeFileSync(html, htmlPage(reports, machine));
  process.stderr.write(`${html} is written.\n`);
}
if (name === undefined) {
  const failed = names.filter(one => !reports.some(({ bench }) => bench === one));
  process.stdout.write(jsonLine({ bench: 'all', machine, failed, reports }));
  if (failed.length > 0) process.exitCode = 1;
} else {
  for (const report of reports)
    process.stdout.write(`${printReport(report)}${jsonLine({ ...report, machine })}`);
}

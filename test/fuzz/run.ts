// npm run fuzz: sends a server what nobody should, and ends in one JSON line.
import { parseArgs } from 'node:util';
import { BATCH, type Finding, fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '200000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [inputs, seed] = [Number(values.inputs), Number(values.seed)];
if (!Number.isSafeInteger(inputs) || inputs < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write('usage: npm run fuzz -- [--inputs 200000] [--seed 1]\n');
  process.exit(2);
}

/** Characters of an input that are shown. */
const SHOWN = 1_000;

const repeat = (again: number | undefined): string =>
  again === undefined ? '' : ` (--inputs ${BATCH} --seed ${again})`;

/** Each thing that went wrong, how often, and the shortest input it went wrong with. */
function show(findings: Finding[]): string {
  const alike = Map.groupBy(findings, finding => finding.wrong.replaceAll(/\d+/g, '0').slice(0, 80));
  return [...alike.values()]
    .map(group => {
      const [shortest] = group.toSorted(
        (a, b) => (a.input?.bytes.length ?? 0) - (b.input?.bytes.length ?? 0),
      );
      const { wrong = '', input, seed: again } = shortest ?? {};
      const sent = input
        ? `${input.meant}, ${input.way}: ${JSON.stringify(input.bytes.toString('latin1')).slice(0, SHOWN)}`
        : '';
      return `${group.length} x ${wrong}${repeat(again)}\n    ${sent}\n`;
    })
    .join('');
}

const started = performance.now();
const seconds = (): number => Math.round((performance.now() - started) / 1_000);
process.stderr.write(`${inputs} inputs, seed ${seed}\n`);
const { isTTY } = process.stderr;
const report = await fuzz({
  inputs,
  seed,
  progress(done, findings) {
    if (isTTY || done % 10_000 === 0 || done === inputs)
      process.stderr.write(
        `${isTTY ? '\r' : ''}${done} of ${inputs}, ${findings} findings, ${seconds()} s${isTTY ? '  ' : '\n'}`,
      );
  },
});
const { findings, slowest, kept } = report;
process.stdout.write(`\n${show(findings)}`);
for (const [meant, count] of Object.entries(report.inputs).sort(([, a], [, b]) => b - a))
  process.stdout.write(`${String(count).padStart(8)}  ${meant}\n`);
process.stdout.write(`slowest answer ${slowest.toFixed(1)} ms, heap kept for each input ${kept} bytes\n`);
process.stdout.write(
  `${JSON.stringify({ fuzz: { inputs, seed, findings: findings.length, slowest: Number(slowest.toFixed(1)), kept, seconds: seconds(), by: report.inputs } })}\n`,
);
process.exit(findings.length > 0 ? 1 : 0);

// npm run torture: kills servers under people who talk with them, on each store, and ends in one JSON line.
import { parseArgs } from 'node:util';
import { faultsIn } from './inquest.ts';
import { redisWorld } from './redis-world.ts';
import { sqliteWorld } from './sqlite-world.ts';
import { torture } from './torture.ts';
import type { World } from './world.ts';

const worlds: ReadonlyMap<string, () => Promise<World>> = new Map([
  ['sqlite', sqliteWorld],
  ['redis', redisWorld],
]);
const stores = [...worlds.keys()].join();

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    people: { type: 'string', default: '24' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    store: { type: 'string', default: stores },
  },
});
const [kills, people, seed] = [Number(values.kills), Number(values.people), Number(values.seed)];
const names = values.store.split(',');
const wrong = names.find(name => !worlds.has(name));
if (wrong !== undefined || ![kills, people, seed].every(Number.isSafeInteger)) {
  process.stderr.write(
    `usage: npm run torture -- [--kills 1000] [--people 24] [--seed 1] [--store ${stores}]\n`,
  );
  process.exit(2);
}

const results: Record<string, object> = {};
let faults = 0;
for (const name of names) {
  const world = await worlds.get(name)?.();
  if (!world) continue;
  const started = performance.now();
  const struck = (done: number, what: string): void => {
    const minutes = ((performance.now() - started) / 60_000).toFixed(1);
    const line = `${name}: ${done} of ${kills} kills, the last of ${what}, ${minutes} min`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}   `);
    else if (done % 25 === 0) process.stderr.write(`${line}\n`);
  };
  process.stderr.write(`${name}: seed ${seed}, ${people} people\n`);
  const findings = await torture({ world, kills, people, seed, struck });
  const { remarks, ...counts } = findings;
  process.stderr.write(`\n${remarks.map(remark => `  ${remark}\n`).join('')}`);
  faults += faultsIn(findings);
  results[name] = counts;
  process.stdout.write(
    [
      `${name}, ${kills} kills: ${counts.conversations} conversations, ${counts.messages} messages, ${counts.cases} cases`,
      `  lost ${counts.lost}, duplicated ${counts.duplicated}, out of order ${counts.outOfOrder}, shown wrongly ${counts.misshown}`,
      `  cases lost ${counts.casesLost}, cases doubled ${counts.casesDoubled}, broken links ${counts.brokenLinks}`,
      '',
    ].join('\n'),
  );
}
process.stdout.write(`${JSON.stringify({ torture: { kills, people, seed, ...results } })}\n`);
process.exit(faults > 0 ? 1 : 0);

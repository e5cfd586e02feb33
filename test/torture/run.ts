// npm run torture: kills servers under people who talk with them, on each store, and ends in one JSON line.
import { parseArgs } from 'node:util';
import { torturePeople } from './torture-people.ts';
import { tortureMediators } from './mediators/torture-mediators.ts';

const { values } = parseArgs({
  options: {
    with: { type: 'string', default: 'people' },
    kills: { type: 'string', default: '1000' },
    talks: { type: 'string', default: '10000' },
    people: { type: 'string' },
    mediators: { type: 'string', default: '12' },
    calm: { type: 'string', default: '16' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    store: { type: 'string' },
  },
});
const usage = [
  'usage: npm run torture -- [--kills 1000] [--people 24] [--seed 1] [--store sqlite,redis]',
  '       npm run torture -- --with mediators [--talks 10000] [--people 48] [--mediators 12] [--calm 16] [--seed 1] [--store memory,sqlite,redis]',
  '',
].join('\n');

const number = (text: string): number => (/^\d+$/.test(text) ? Number(text) : fail());
function fail(): never {
  process.stderr.write(usage);
  process.exit(2);
}

const seed = number(values.seed);
const stores = values.store?.split(',') ?? null;
const found =
  values.with === 'people'
    ? await torturePeople({
        kills: number(values.kills),
        people: number(values.people ?? '24'),
        seed,
        stores,
      })
    : values.with === 'mediators'
      ? await tortureMediators({
          talks: number(values.talks),
          people: number(values.people ?? '48'),
          mediators: number(values.mediators),
          longestCalm: number(values.calm) * 1_000,
          seed,
          stores,
        })
      : null;
if (!found) fail();
process.stdout.write(`${JSON.stringify({ torture: found.results })}\n`);
process.exit(found.faults > 0 ? 1 : 0);

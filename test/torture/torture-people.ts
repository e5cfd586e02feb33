import { faultsIn } from './inquest.ts';
import { redisWorld } from './redis-world.ts';
import { sqliteWorld } from './sqlite-world.ts';
import { strikesTold } from './strikes-told.ts';
import { torture } from './torture.ts';

const worlds = new Map([
  ['sqlite', sqliteWorld],
  ['redis', redisWorld],
]);

export interface PeopleOptions {
  kills: number;
  people: number;
  seed: number;
  /** Null: on each. */
  stores: string[] | null;
}

/** Lets people talk up to filing on each store. Null for a store that there is not. */
export async function torturePeople({
  kills,
  people,
  seed,
  stores,
}: PeopleOptions): Promise<{ results: object; faults: number } | null> {
  const results: Record<string, object> = {};
  let faults = 0;
  const names = stores ?? [...worlds.keys()];
  if (!names.every(name => worlds.has(name))) return null;
  for (const name of names) {
    const world = await worlds.get(name)?.();
    if (!world) continue;
    process.stderr.write(`${name}: seed ${seed}, ${people} people\n`);
    const told = strikesTold(name, kills, 'kills');
    const findings = await torture({ world, kills, people, seed, struck: told });
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
  return { results: { kills, people, seed, ...results }, faults };
}

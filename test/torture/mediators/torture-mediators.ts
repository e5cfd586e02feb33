import { redisWorld } from '../redis-world.ts';
import { sqliteWorld } from '../sqlite-world.ts';
import { strikesTold } from '../strikes-told.ts';
import { FAULTS, handoffFaultsIn } from './handoff-inquest.ts';
import { interleavings } from './interleavings.ts';
import { forHandoffs, tortureHandoff } from './torture-handoff.ts';

const worlds = new Map([
  ['sqlite', sqliteWorld],
  ['redis', redisWorld],
]);

/** Interleavings of which one line is told. */
const EACH = 500;

export interface MediatorsOptions {
  talks: number;
  people: number;
  mediators: number;
  /** Milliseconds between two kills, at most. */
  longestCalm: number;
  seed: number;
  /** Null: on each. `memory` is without real processes, as fast as the machine. */
  stores: string[] | null;
}

/** Lets people and mediators talk on each store. Null for a store that there is not. */
export async function tortureMediators(
  options: MediatorsOptions,
): Promise<{ results: object; faults: number } | null> {
  const { talks, people, mediators, longestCalm, seed } = options;
  const results: Record<string, object> = {};
  let faults = 0;
  const names = options.stores ?? ['memory', ...worlds.keys()];
  if (!names.every(name => name === 'memory' || worlds.has(name))) return null;
  for (const name of names) {
    process.stderr.write(`${name}: seed ${seed}\n`);
    const world = await worlds.get(name)?.(forHandoffs);
    if (!world) {
      results[name] = await interleavings(talks, seed, count => {
        if (count % EACH === 0) process.stderr.write(`${name}: ${count} of ${talks} interleavings\n`);
      });
      process.stdout.write(`${name}: ${talks} interleavings hold\n`);
      continue;
    }
    const told = strikesTold(name, talks, 'talks');
    const findings = await tortureHandoff({
      world,
      talks,
      people,
      mediators,
      longestCalm,
      seed,
      struck: told,
    });
    const { remarks, ...counts } = findings;
    process.stderr.write(`\n${remarks.map(remark => `  ${remark}\n`).join('')}`);
    faults += handoffFaultsIn(findings);
    results[name] = counts;
    process.stdout.write(
      [
        `${name}, ${counts.strikes} kills: ${counts.talks} talks, ${counts.messages} messages, ${counts.orders} orders`,
        `  accepted ${counts.accepted}, of these taken over ${counts.takenOver}, timers fired ${counts.timersFired}, the last after ${Math.round(counts.settledAfter / 1_000)} s`,
        `  ${FAULTS.map(fault => `${fault} ${counts[fault]}`).join(', ')}`,
        '',
      ].join('\n'),
    );
  }
  return { results: { with: 'mediators', talks, people, mediators, seed, ...results }, faults };
}

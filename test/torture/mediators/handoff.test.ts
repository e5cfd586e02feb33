import { expect, test } from 'vitest';
import { redisWorld } from '../redis-world.ts';
import { sqliteWorld } from '../sqlite-world.ts';
import { handoffFaultsIn } from './handoff-inquest.ts';
import { forHandoffs, tortureHandoff } from './torture-handoff.ts';

const PATIENCE = 5 * 60_000;
/** Another every time; a run that failed is repeated with the seed it names. */
const seed = Date.now() % 1_000_000;

test.each([
  ['sqlite', sqliteWorld],
  ['redis', redisWorld],
])(
  '%s: mediators who run for the same people never collide, whichever server is killed with -9',
  { timeout: PATIENCE },
  async (_, make) => {
    const world = await make(forHandoffs);
    const findings = await tortureHandoff({
      world,
      talks: 60,
      people: 20,
      mediators: 5,
      seed,
      longestCalm: 5_000,
    });
    expect({ seed, remarks: findings.remarks }).toEqual({ seed, remarks: [] });
    expect(handoffFaultsIn(findings)).toBe(0);
    expect(findings.accepted).toBeGreaterThan(0);
    expect(findings.timersFired).toBeGreaterThan(0);
  },
);

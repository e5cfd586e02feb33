import { expect, test } from 'vitest';
import { faultsIn } from './inquest.ts';
import { redisWorld } from './redis-world.ts';
import { sqliteWorld } from './sqlite-world.ts';
import { torture } from './torture.ts';

const PATIENCE = 5 * 60_000;
/** Another every time; a run that failed is repeated with the seed it names. */
const seed = Date.now() % 1_000_000;

test.each([
  ['sqlite', sqliteWorld, 13],
  ['redis', redisWorld, 12],
])(
  '%s: nothing that was shown is lost, doubled or out of order when servers are killed with -9',
  { timeout: PATIENCE },
  async (_, make, kills) => {
    const world = await make();
    const findings = await torture({ world, kills, people: 8, seed });
    expect({ seed, remarks: findings.remarks }).toEqual({ seed, remarks: [] });
    expect(faultsIn(findings)).toBe(0);
    expect(findings.messages).toBeGreaterThan(100);
    expect(findings.cases).toBeGreaterThan(0);
  },
);

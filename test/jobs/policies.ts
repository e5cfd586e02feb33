import type { JobPolicies } from '../../src/jobs/jobs.ts';

const soon = { attempts: 3, firstMs: 20, factor: 1.5, longestMs: 100 };
export const POLICIES: JobPolicies = {
  task: { concurrency: 3, retry: soon },
  other: { concurrency: 1, retry: { ...soon, attempts: 1 } },
};
/** Short, so that a test need not wait long for what a dead process held; long enough for a machine that is busy. */
export const LEASE_MS = 2_000;

import type { JobPolicies } from '../jobs/jobs.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** All kinds of jobs, and how they are run. */
export const JOB_POLICIES = {
  /** What an event brings about, where that failed for a reason of its own: tried for about a day. */
  reaction: {
    concurrency: 4,
    retry: { attempts: 16, firstMs: 2 * SECOND, factor: 3, longestMs: 3 * HOUR },
  },
  /** A receiver may be away for days: ten attempts over about three, as Standard Webhooks asks. */
  webhook: {
    concurrency: 8,
    retry: { attempts: 10, firstMs: 5 * SECOND, factor: 5, longestMs: 24 * HOUR },
  },
  /** Telling somebody that nobody has come in time. */
  acceptance: {
    concurrency: 4,
    retry: { attempts: 12, firstMs: SECOND, factor: 2, longestMs: 60 * SECOND },
  },
  /** Warning that a deadline is near or past: hours matter, not seconds. */
  deadline: {
    concurrency: 2,
    retry: { attempts: 16, firstMs: 2 * SECOND, factor: 3, longestMs: 3 * HOUR },
  },
} satisfies JobPolicies;

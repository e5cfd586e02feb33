import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Allowance, Allowances, LimitName, Limits } from './limits.ts';
import { type SharedCounts, sharedCounts } from './shared-counts.ts';

export interface RateLimitsOptions {
  /** What is limited; a name that is missing is not. */
  allowances: Allowances;
  /** Where several machines count together: a client of the package `redis` or `ioredis`, and what its keys begin with. */
  shared?: { redis: object; prefix: string } | null;
}

/**
 * Decides in this process, at once. With Redis the counts of all machines come together a moment later and hold from
 * then on: a Redis that is slow or gone costs the common count, never a person's message.
 */
export function rateLimits({ allowances, shared }: RateLimitsOptions): Limits {
  const limiters = new Map<LimitName, RateLimiterMemory>();
  const told = new Map<LimitName, SharedCounts>();
  for (const [name, { times, seconds }] of Object.entries(allowances) as [LimitName, Allowance][]) {
    const limiter = new RateLimiterMemory({ points: times, duration: seconds, keyPrefix: name });
    limiters.set(name, limiter);
    if (shared) told.set(name, sharedCounts({ ...shared, name, allowance: { times, seconds }, limiter }));
  }
  return {
    async take(name, key) {
      const limiter = limiters.get(name);
      if (!limiter) return 0;
      told.get(name)?.add(key);
      try {
        await limiter.consume(key);
        return 0;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      }
    },
    close() {
      for (const counts of told.values()) counts.close();
    },
  };
}

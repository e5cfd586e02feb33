import { type RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Allowance, LimitName } from './limits.ts';

/** Milliseconds between two reports; a key is told to Redis once in it, however often it was counted. */
const REPORT_EVERY = 250;
/** Keys under way to Redis at a time. Beyond it Redis does not keep up, and what is counted meanwhile stays untold. */
const MOST_UNDER_WAY = 10_000;

export interface SharedCounts {
  /** Counts one for this key. Returns at once. */
  add(key: string): void;
  close(): void;
}

/** Adds what is counted here to what other machines count, and blocks a key here that all together have used up. */
export function sharedCounts(options: {
  redis: object;
  prefix: string;
  name: LimitName;
  allowance: Allowance;
  /** What decides in this process. */
  limiter: RateLimiterMemory;
}): SharedCounts {
  const { redis, prefix, name, allowance, limiter } = options;
  const all = new RateLimiterRedis({
    storeClient: redis,
    useRedisPackage: !('defineCommand' in redis),
    rejectIfRedisNotReady: true,
    points: allowance.times,
    duration: allowance.seconds,
    keyPrefix: `${prefix}limit:${name}`,
  });
  let untold = new Map<string, number>();
  let underWay = 0;

  async function tell(key: string, times: number): Promise<void> {
    underWay++;
    try {
      const { remainingPoints, msBeforeNext } = await all.consume(key, times).catch(overdrawn);
      if (remainingPoints === 0 && msBeforeNext > 0) await limiter.block(key, msBeforeNext / 1000);
    } catch {
      // Redis fails, which its store reports; until it is back each machine counts for itself.
    } finally {
      underWay--;
    }
  }

  function report(): void {
    const told = untold;
    untold = new Map();
    for (const [key, times] of told) if (underWay < MOST_UNDER_WAY) void tell(key, times);
  }

  const timer = setInterval(report, REPORT_EVERY).unref();
  return {
    add: key => void untold.set(key, (untold.get(key) ?? 0) + 1),
    close: () => clearInterval(timer),
  };
}

/** The library rejects with the count where all is used up; anything else is a failure. */
function overdrawn(rejection: unknown): RateLimiterRes {
  if (rejection instanceof RateLimiterRes) return rejection;
  throw rejection;
}

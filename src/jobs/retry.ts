/** How often a failing job is tried, and how long between: `firstMs`, then `factor` times as long each time. */
export interface Retry {
  /** In all, the first one included. */
  attempts: number;
  firstMs: number;
  factor: number;
  longestMs: number;
}

/** Pauses differ by so much in either direction, so that what failed together does not come back together. */
const JITTER = 0.2;

/** Milliseconds to wait after the given number of failures, from 1. `random` is from 0 to 1. */
export function pauseAfter(failures: number, retry: Retry, random: number): number {
  const pause = Math.min(retry.firstMs * retry.factor ** (failures - 1), retry.longestMs);
  return Math.round(pause * (1 - JITTER + 2 * JITTER * random));
}

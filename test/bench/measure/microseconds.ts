import { median } from './median.ts';

/** The median of so many calls by the clock, one after the other, after as many that are not counted. */
export async function microseconds(calls: number, call: (at: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < 2 * calls; at++) {
    const started = performance.now();
    await call(at);
    times.push((performance.now() - started) * 1_000);
  }
  return median(times.slice(calls));
}

import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** Places on the way from the quickest to the slowest answer, in percent of the answers. */
export const PERCENTILES = [50, 75, 90, 95, 99, 99.9, 100] as const;
export type Percentile = (typeof PERCENTILES)[number];

/** Milliseconds within which so many percent of the answers came. */
export type Latencies = Record<Percentile, number>;

const LONGEST_MICROSECONDS = 600_000_000;

/** Collects how long answers took, to three digits whatever their size. */
export class LatencyRecorder {
  readonly #histogram: RecordableHistogram = createHistogram({
    lowest: 1,
    highest: LONGEST_MICROSECONDS,
    figures: 3,
  });

  record(milliseconds: number): void {
    this.#histogram.record(Math.min(LONGEST_MICROSECONDS, Math.max(1, Math.round(milliseconds * 1_000))));
  }

  get count(): number {
    return this.#histogram.count;
  }

  latencies(): Latencies {
    const entries = PERCENTILES.map(percent => [percent, this.#histogram.percentile(percent) / 1_000]);
    return Object.fromEntries(entries) as Latencies;
  }
}

import { Histogram } from 'prom-client';
import { BOUNDS, type Times } from '../tallies.ts';

/** Times as Prometheus keeps histograms, read from the tallies. */
export class Seconds extends Histogram {
  readonly #name: string;
  readonly #help: string;
  readonly #times: Times | { label: string; by: Record<string, Times> };

  /** @param times one histogram, or one for each value of a label */
  constructor(name: string, help: string, times: Times | { label: string; by: Record<string, Times> }) {
    const labelNames = 'by' in times ? [times.label] : [];
    super({ name, help, labelNames, buckets: BOUNDS, registers: [] });
    this.#name = name;
    this.#help = help;
    this.#times = times;
  }

  /** What the registry asks for when it writes the page, and what `get` is made of. */
  async getForPromString() {
    const times = this.#times;
    const values =
      'by' in times
        ? Object.entries(times.by).flatMap(([value, one]) => this.#valuesOf(one, { [times.label]: value }))
        : this.#valuesOf(times, {});
    return { name: this.#name, help: this.#help, type: 'histogram', aggregator: 'sum', values };
  }

  #valuesOf({ within, sum }: Times, sharedLabels: Record<string, string>) {
    let count = 0;
    const buckets = within.map((more, at) => ({
      metricName: `${this.#name}_bucket`,
      labels: { le: BOUNDS[at] ?? '+Inf' },
      sharedLabels,
      value: (count += more),
    }));
    return [
      ...buckets,
      { metricName: `${this.#name}_sum`, labels: {}, sharedLabels, value: sum },
      { metricName: `${this.#name}_count`, labels: {}, sharedLabels, value: count },
    ];
  }
}

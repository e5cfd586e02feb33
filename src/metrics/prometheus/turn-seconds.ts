import { Histogram } from 'prom-client';
import { TURN_PARTS, type TurnPart } from '../metrics.ts';
import { BOUNDS, type Tallies } from '../tallies.ts';

const NAME = 'parley_turn_seconds';
const HELP = 'How long the parts of a turn take: decide, commit, and the whole with all waiting';

/** How long turns take, as Prometheus keeps histograms, read from the tallies. */
export class TurnSeconds extends Histogram<'part'> {
  readonly #times: Tallies['times'];

  constructor(times: Tallies['times']) {
    super({ name: NAME, help: HELP, labelNames: ['part'], buckets: BOUNDS, registers: [] });
    this.#times = times;
  }

  /** What the registry asks for when it writes the page, and what `get` is made of. */
  async getForPromString() {
    const values = TURN_PARTS.flatMap(part => this.#valuesOf(part));
    return { name: NAME, help: HELP, type: 'histogram', aggregator: 'sum', values };
  }

  #valuesOf(part: TurnPart) {
    const { within, sum } = this.#times[part];
    const sharedLabels = { part };
    let count = 0;
    const buckets = within.map((more, at) => ({
      metricName: `${NAME}_bucket`,
      labels: { le: BOUNDS[at] ?? '+Inf' },
      sharedLabels,
      value: (count += more),
    }));
    return [
      ...buckets,
      { metricName: `${NAME}_sum`, labels: {}, sharedLabels, value: sum },
      { metricName: `${NAME}_count`, labels: {}, sharedLabels, value: count },
    ];
  }
}

import { Histogram, type Registry } from 'prom-client';
import { TURN_PARTS, type TurnPart } from '../metrics.ts';

/** Seconds: from a decision in memory to a disk that hardly answers. */
const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const NAME = 'parley_turn_seconds';
const HELP = 'How long the parts of a turn take: decide, commit, and the whole with all waiting';

interface Tally {
  /** How many fell under each bound and above the one before; the last are beyond all bounds. */
  within: number[];
  sum: number;
}

/**
 * How long turns take, as Prometheus keeps histograms. `Histogram.observe` takes a microsecond, which is a good part of
 * a turn; so the tallies are kept here and handed over when somebody looks.
 */
export class TurnSeconds extends Histogram<'part'> {
  readonly #tallies = Object.fromEntries(
    TURN_PARTS.map(part => [part, { within: BOUNDS.map(() => 0).concat(0), sum: 0 }]),
  ) as Record<TurnPart, Tally>;

  constructor(registry: Registry) {
    super({
      name: NAME,
      help: HELP,
      labelNames: ['part'],
      buckets: BOUNDS,
      registers: [registry],
    });
  }

  took(part: TurnPart, milliseconds: number): void {
    const tally = this.#tallies[part];
    const seconds = milliseconds / 1000;
    let at = 0;
    while (at < BOUNDS.length && seconds > (BOUNDS[at] as number)) at++;
    (tally.within[at] as number)++;
    tally.sum += seconds;
  }

  /** What the registry asks for when it writes the page, and what `get` is made of. */
  async getForPromString() {
    const values = TURN_PARTS.flatMap(part => this.#valuesOf(part));
    return { name: NAME, help: HELP, type: 'histogram', aggregator: 'sum', values };
  }

  #valuesOf(part: TurnPart) {
    const { within, sum } = this.#tallies[part];
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

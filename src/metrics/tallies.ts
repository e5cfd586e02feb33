import { COUNTED, type Counted, type Metrics, TURN_PARTS, type TurnPart, type Watched } from './metrics.ts';

/** Seconds: from a decision in memory to a disk that hardly answers. */
export const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How long one part of all turns took. */
export interface Times {
  /** How many fell under each bound and above the one before; the last are beyond all bounds. */
  within: number[];
  /** Seconds of all together. */
  sum: number;
}

/** All that was told so far. */
export interface Tallies {
  /** By label. */
  counts: Record<Counted, Record<string, number>>;
  times: Record<TurnPart, Times>;
  model: Times;
  reads: Map<Watched, () => number>;
}

const keyed = <K extends string, V>(keys: readonly K[], valueOf: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map(key => [key, valueOf(key)])) as Record<K, V>;

const noTimes = (): Times => ({ within: BOUNDS.map(() => 0).concat(0), sum: 0 });

function add(times: Times, seconds: number): void {
  let at = 0;
  while (at < BOUNDS.length && seconds > (BOUNDS[at] as number)) at++;
  (times.within[at] as number)++;
  times.sum += seconds;
}

/**
 * Metrics that only count. A library's own histogram takes a microsecond for each time, which is a good part of a turn,
 * and to load one takes a good part of the start; so it reads these when somebody looks.
 */
export function openTallies(): Metrics & { tallies: Tallies } {
  const counts = keyed(Object.keys(COUNTED) as Counted[], what =>
    Object.fromEntries(COUNTED[what].map(label => [label, 0])),
  );
  const times = keyed(TURN_PARTS, noTimes);
  const model = noTimes();
  const reads: Tallies['reads'] = new Map();
  return {
    tallies: { counts, times, model, reads },
    count(what, label, by = 1) {
      const counted: Record<string, number> = counts[what];
      counted[label] = (counted[label] ?? 0) + by;
    },
    turnTook: (part, milliseconds) => add(times[part], milliseconds / 1000),
    modelTook: milliseconds => add(model, milliseconds / 1000),
    watch: (what, read) => void reads.set(what, read),
  };
}

import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { COUNTED, type Counted, type Metrics, WATCHED, type Watched } from '../metrics.ts';
import { TurnSeconds } from './turn-seconds.ts';

const HELP: Record<Counted | Watched, string> = {
  turns: 'Messages decided upon and committed, or failed',
  frames: 'Frames received from widgets, by type',
  refusals: 'What was turned away before it was carried out, by reason',
  uploads: 'Files received, by outcome',
  jobs: 'Attempts at delayed work, by outcome',
  errors: 'Errors inside, by where they come from',
  sockets: 'Widgets connected',
  'turns-in-flight': 'Messages received and not yet committed',
  'uploads-in-flight': 'Files being received',
  'reactions-lag-seconds': 'Since when committed events wait for their effects',
};
/** By label. */
type Counts = Record<string, number>;

const nameOf = (what: string): string => `parley_${what.replaceAll('-', '_')}`;

/** Metrics as Prometheus reads them, with those of the process and its event loop. */
export function prometheusMetrics(): Metrics & { page(): Promise<{ type: string; text: string }> } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const turns = new TurnSeconds(registry);
  const counts = {} as Record<Counted, Counts>;
  const reads = new Map<Watched, () => number>();

  for (const [what, labels] of Object.entries(COUNTED) as [Counted, readonly string[]][]) {
    counts[what] = Object.fromEntries(labels.map(label => [label, 0]));
    registry.registerMetric(counterOf(what, counts[what]));
  }
  for (const what of WATCHED) registry.registerMetric(gaugeOf(what, () => reads.get(what)?.() ?? 0));

  return {
    count(what, label) {
      const counted: Counts = counts[what];
      counted[label] = (counted[label] ?? 0) + 1;
    },
    turnTook: (part, milliseconds) => turns.took(part, milliseconds),
    watch: (what, read) => void reads.set(what, read),
    page: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

const counterOf = (what: Counted, counted: Counts): Counter =>
  new Counter({
    name: `${nameOf(what)}_total`,
    help: HELP[what],
    labelNames: ['kind'],
    registers: [],
    collect() {
      this.reset();
      for (const [kind, times] of Object.entries(counted)) this.inc({ kind }, times);
    },
  });

const gaugeOf = (what: Watched, read: () => number): Gauge =>
  new Gauge({
    name: nameOf(what),
    help: HELP[what],
    registers: [],
    collect() {
      this.set(read());
    },
  });

import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { COUNTED, type Counted, WATCHED, type Watched } from '../metrics.ts';
import type { Tallies } from '../tallies.ts';
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
const nameOf = (what: string): string => `parley_${what.replaceAll('-', '_')}`;

export interface Page {
  type: string;
  text: string;
}

/** Writes the tallies as a page for Prometheus, with the metrics of the process and its event loop. */
export function pagesOf({ counts, times, reads }: Tallies): () => Promise<Page> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registry.registerMetric(new TurnSeconds(times));
  for (const what of Object.keys(COUNTED) as Counted[])
    registry.registerMetric(counterOf(what, counts[what]));
  for (const what of WATCHED) registry.registerMetric(gaugeOf(what, () => reads.get(what)?.() ?? 0));
  return async () => ({ type: registry.contentType, text: await registry.metrics() });
}

const counterOf = (what: Counted, counted: Record<string, number>): Counter =>
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

import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { COUNTED, type Counted, WATCHED, type Watched } from '../metrics.ts';
import type { Tallies } from '../tallies.ts';
import { Seconds } from './seconds.ts';

const HELP: Record<Counted | Watched, string> = {
  turns: 'Messages decided upon and committed, or failed',
  frames: 'Frames received from widgets, by type',
  refusals: 'What was turned away before it was carried out, by reason',
  uploads: 'Files received, by outcome',
  jobs: 'Attempts at delayed work, by outcome',
  errors: 'Errors inside, by where they come from',
  rewordings: 'Drafts that a language model was asked to say otherwise, by what came of it',
  'model-words': 'Rewordings that a model was asked for, and those known from before',
  'model-tokens': 'Tokens sent to a language model and written by it',
  'model-cost': 'What these tokens cost, at the prices that are set',
  sockets: 'Widgets connected',
  'turns-in-flight': 'Messages received and not yet committed',
  'uploads-in-flight': 'Files being received',
  'reactions-lag-seconds': 'Since when committed events wait for their effects',
};
const TURNS = 'How long the parts of a turn take: decide, phrase, commit, and the whole with all waiting';
const MODEL = 'How long a language model takes for one answer, or to fail';
const nameOf = (what: string): string => `parley_${what.replaceAll('-', '_')}`;

export interface Page {
  type: string;
  text: string;
}

/** Writes the tallies as a page for Prometheus, with the metrics of the process and its event loop. */
export function pagesOf({ counts, times, model, reads }: Tallies): () => Promise<Page> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registry.registerMetric(new Seconds('parley_turn_seconds', TURNS, { label: 'part', by: times }));
  registry.registerMetric(new Seconds('parley_model_seconds', MODEL, model));
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

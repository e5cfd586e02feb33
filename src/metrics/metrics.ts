/** What is counted, each by a label of a closed list: no id, address or word of a person can get into one. */
export const COUNTED = {
  turns: ['answered', 'failed'],
  frames: ['hello', 'open', 'say', 'typing', 'ping', 'unreadable'],
  /** Why something was turned away before it was carried out. */
  refusals: ['too-many', 'full', 'draining', 'foreign-page', 'unknown-conversation', 'malformed', 'too-long'],
  uploads: ['taken', 'refused', 'not-saved', 'broken'],
  jobs: ['done', 'failed', 'dead'],
  errors: ['store', 'disk', 'redis', 'other'],
  /** What came of asking a language model for other words: they were shown, or why the draft stood. */
  rewordings: [
    'shown',
    'unchanged',
    'vetoed',
    'timeout',
    'rate-limited',
    'failed',
    'unreadable',
    'budget',
    'circuit-open',
  ],
  /** Where other words came from. */
  'model-words': ['asked', 'cached'],
  /** Sent to the model and written by it. */
  'model-tokens': ['in', 'out'],
  /** What these cost, by the prices that the operator has set. */
  'model-cost': ['in', 'out'],
} as const;
export type Counted = keyof typeof COUNTED;
export type LabelOf<C extends Counted> = (typeof COUNTED)[C][number];

/** Parts of a turn: deciding on an answer, having it reworded, committing it, and all of it with the waiting between. */
export const TURN_PARTS = ['decide', 'phrase', 'commit', 'whole'] as const;
export type TurnPart = (typeof TURN_PARTS)[number];

/** What stands at a value rather than grows. */
export const WATCHED = ['sockets', 'turns-in-flight', 'uploads-in-flight', 'reactions-lag-seconds'] as const;
export type Watched = (typeof WATCHED)[number];

/** Where the parts of Parley tell an operator what they do. No call throws, and each takes well under a microsecond. */
export interface Metrics {
  /** @param by how many at once; a fraction where money is counted */
  count<C extends Counted>(what: C, label: LabelOf<C>, by?: number): void;
  /** @param milliseconds that this part of one turn took */
  turnTook(part: TurnPart, milliseconds: number): void;
  /** @param milliseconds that a language model took for one answer, or to fail */
  modelTook(milliseconds: number): void;
  /** `read` is asked whenever somebody looks. */
  watch(what: Watched, read: () => number): void;
}

export const noMetrics: Metrics = { count() {}, turnTook() {}, modelTook() {}, watch() {} };

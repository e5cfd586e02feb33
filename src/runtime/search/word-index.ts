import { setImmediate as breathe } from 'node:timers/promises';
import type { Gram } from '../../core/search/grams.ts';
import { marksFromBytes, mayHold } from '../../core/search/word-marks.ts';
import type { Store } from '../../stores/store.ts';

/** Rows opened, and marks looked at, in one go: others are served between two of these. */
const OPENED_AT_ONCE = 100;
const LOOKED_AT_AT_ONCE = 5_000;

export interface Candidate {
  conversation: string;
  /** When something was said last, milliseconds since 1970. */
  at: number;
}

interface Marked extends Candidate {
  bits: Uint8Array;
}

/** Spoken in last first, ties by id. */
export const compareCandidates = (a: Candidate, b: Candidate): number =>
  b.at - a.at || (a.conversation < b.conversation ? -1 : a.conversation > b.conversation ? 1 : 0);

/**
 * The marks of all conversations that staff may see, opened, in this process’s memory: about 1.5 kB for each. They are
 * read when an inbox is first looked at, and then only what has changed since. What was erased is forgotten at once.
 */
export class WordIndex {
  readonly #store: Store;
  readonly #marks = new Map<string, Marked>();
  /** The same, spoken in last first, but for what has changed since. */
  #order: Marked[] = [];
  #changed: Marked[] = [];
  /** Place reached in each partition. */
  readonly #reached: number[];
  readonly #unwatch: () => void;
  #reading: Promise<void> | null = null;
  #isBegun = false;

  constructor(store: Store) {
    this.#store = store;
    this.#reached = Array.from({ length: store.partitions }, () => 0);
    this.#unwatch = store.watch(notice => {
      if (notice && 'erased' in notice) this.#marks.delete(notice.erased);
    });
  }

  stop(): void {
    this.#unwatch();
  }

  /** Reads the marks where that was never begun, so that who searches soon need not wait for all of them. */
  warm(): void {
    if (this.#isBegun) return;
    // Whoever searches reads it again, and hears why it fails.
    this.refresh().catch(() => {});
  }

  /** Resolves when all that was marked before is known here. */
  async refresh(): Promise<void> {
    // One that is under way may have passed what was marked a moment ago.
    await this.#reading?.catch(() => {});
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    await this.#reading;
  }

  /** Conversations that may hold all of these pieces, spoken in last first, some at a time. */
  async *candidates(grams: readonly Gram[], behind: Candidate | null): AsyncGenerator<Candidate[]> {
    const order = this.#inOrder();
    for (let from = 0; from < order.length; from += LOOKED_AT_AT_ONCE) {
      if (from > 0) await breathe();
      const found: Candidate[] = [];
      for (const one of order.slice(from, from + LOOKED_AT_AT_ONCE))
        if (
          (behind === null || compareCandidates(one, behind) > 0) &&
          grams.every(gram => mayHold(one.bits, gram))
        )
          found.push(one);
      yield found;
    }
  }

  /** Whether a conversation may hold all of these pieces. */
  mayHold(conversation: string, grams: readonly Gram[]): boolean {
    const marks = this.#marks.get(conversation);
    return marks !== undefined && grams.every(gram => mayHold(marks.bits, gram));
  }

  #inOrder(): Marked[] {
    const isCurrent = (one: Marked): boolean => this.#marks.get(one.conversation) === one;
    if (this.#changed.length > 0 || this.#order.length !== this.#marks.size)
      this.#order = [...this.#order, ...this.#changed].filter(isCurrent).sort(compareCandidates);
    this.#changed = [];
    return this.#order;
  }

  async #read(): Promise<void> {
    this.#isBegun = true;
    await Promise.all(this.#reached.map((_, partition) => this.#readPartition(partition)));
    this.#inOrder();
  }

  async #readPartition(partition: number): Promise<void> {
    for (;;) {
      const after = this.#reached[partition] ?? 0;
      const rows = await this.#store.marks.changes(partition, after, OPENED_AT_ONCE);
      for (const { owner, body, place } of rows) {
        const marks = body && marksFromBytes(body);
        this.#take(owner, marks && { conversation: owner, at: marks.at, bits: marks.bits });
        this.#reached[partition] = place;
      }
      if (rows.length < OPENED_AT_ONCE) return;
      await breathe();
    }
  }

  #take(conversation: string, marked: Marked | null): void {
    if (!marked) return void this.#marks.delete(conversation);
    this.#marks.set(conversation, marked);
    this.#changed.push(marked);
  }
}

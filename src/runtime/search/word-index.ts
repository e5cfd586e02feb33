import { setImmediate as breathe } from 'node:timers/promises';
import type { Gram } from '../../core/search/grams.ts';
import { marksFromBytes, mayHold } from '../../core/search/word-marks.ts';
import type { Store } from '../../stores/store.ts';

/** Rows opened at once: others are served between two of these. */
const PAGE = 200;

export interface Candidate {
  conversation: string;
  /** When something was said last, milliseconds since 1970. */
  at: number;
}

/**
 * The marks of all conversations that staff may see, opened, in this process's memory: about 1 kB for each. They are
 * read when something is first sought, and then only what has changed since. What was erased is forgotten at once.
 */
export class WordIndex {
  readonly #store: Store;
  readonly #marks = new Map<string, { at: number; bits: Uint8Array }>();
  /** Place reached in each partition. */
  readonly #reached: number[];
  readonly #unwatch: () => void;
  #reading: Promise<void> | null = null;

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

  /** Resolves when all that was marked before is known here. */
  async refresh(): Promise<void> {
    // One that is under way may have passed what was marked a moment ago.
    await this.#reading?.catch(() => {});
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    await this.#reading;
  }

  /** Conversations that may hold all of these pieces, spoken in last first. */
  candidates(grams: readonly Gram[]): Candidate[] {
    const found: Candidate[] = [];
    for (const [conversation, { at, bits }] of this.#marks)
      if (grams.every(gram => mayHold(bits, gram))) found.push({ conversation, at });
    return found.sort((a, b) => b.at - a.at || (a.conversation < b.conversation ? -1 : 1));
  }

  /** Whether a conversation may hold all of these pieces. */
  mayHold(conversation: string, grams: readonly Gram[]): boolean {
    const marks = this.#marks.get(conversation);
    return marks !== undefined && grams.every(gram => mayHold(marks.bits, gram));
  }

  async #read(): Promise<void> {
    await Promise.all(this.#reached.map((_, partition) => this.#readPartition(partition)));
  }

  async #readPartition(partition: number): Promise<void> {
    for (;;) {
      const rows = await this.#store.marks.changes(partition, this.#reached[partition] ?? 0, PAGE);
      for (const { owner, body, place } of rows) {
        const marks = body && marksFromBytes(body);
        if (marks) this.#marks.set(owner, { at: marks.at, bits: marks.bits });
        else this.#marks.delete(owner);
        this.#reached[partition] = place;
      }
      if (rows.length < PAGE) return;
      await breathe();
    }
  }
}

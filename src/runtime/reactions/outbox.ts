import { randomUUID } from 'node:crypto';
import { PartitionReader, type ReaderOptions } from './partition-reader.ts';
import type { ReactionTools } from './reaction.ts';

/** So long a process that died can keep the effects of a partition back. */
const LEASE_MS = 6_000;

export type OutboxOptions = Omit<ReaderOptions, 'holder' | 'leaseMs'> & { leaseMs?: number };

/**
 * Carries out the effects of all committed events, whichever process committed them: each partition is worked through
 * by one process at a time.
 */
export class Outbox {
  readonly #readers: PartitionReader[];
  readonly #unwatch: () => void;

  constructor(tools: ReactionTools, { leaseMs = LEASE_MS, ...options }: OutboxOptions) {
    const { store } = tools;
    const holder = randomUUID();
    this.#readers = Array.from(
      { length: store.partitions },
      (_, partition) => new PartitionReader(partition, tools, { ...options, holder, leaseMs }),
    );
    this.#unwatch = store.watch(() => this.wake());
    this.wake();
  }

  /** Says that there may be new events. Returns at once. */
  wake(): void {
    for (const reader of this.#readers) reader.wake();
  }

  /** Resolves when all that was committed before has had its effect, waits for its next try, or is another process's. */
  async settled(): Promise<void> {
    await Promise.all(this.#readers.map(reader => reader.settled()));
  }

  /** Finishes what is under way, and hands over. */
  async stop(): Promise<void> {
    this.#unwatch();
    await Promise.all(this.#readers.map(reader => reader.stop()));
  }

  /** How old the oldest event is that waits for its effect in this process, in milliseconds; 0 where none does. */
  get lagMs(): number {
    return Math.max(0, ...this.#readers.map(reader => reader.lagMs));
  }
}

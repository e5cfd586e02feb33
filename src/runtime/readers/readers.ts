import { randomUUID } from 'node:crypto';
import type { Store } from '../../stores/store.ts';
import { PartitionReader, type ReaderOptions } from './partition-reader.ts';
import type { Work } from './work.ts';

/** So long a process that died can keep the work of a partition back. */
const LEASE_MS = 6_000;

export type ReadersOptions = Omit<ReaderOptions, 'holder' | 'leaseMs'> & { leaseMs?: number };

/** Do a work for all committed events, whichever process committed them: each partition is read by one process at a time. */
export class Readers {
  readonly #readers: PartitionReader[];
  readonly #unwatch: () => void;

  constructor(store: Store, work: Work<never> | Work, { leaseMs = LEASE_MS, ...options }: ReadersOptions) {
    const holder = randomUUID();
    const all = { ...options, holder, leaseMs };
    this.#readers = Array.from(
      { length: store.partitions },
      (_, partition) => new PartitionReader(partition, store, work as Work, all),
    );
    this.#unwatch = store.watch(() => this.wake());
    this.wake();
  }

  /** Says that there may be new events. Returns at once. */
  wake(): void {
    for (const reader of this.#readers) reader.wake();
  }

  /** Resolves when all that was committed before is done, waits for its next try, or is another process's. */
  async settled(): Promise<void> {
    await Promise.all(this.#readers.map(reader => reader.settled()));
  }

  /** Finishes what is under way, and hands over. */
  async stop(): Promise<void> {
    this.#unwatch();
    await Promise.all(this.#readers.map(reader => reader.stop()));
  }

  /** How old the oldest event is that waits for this process, in milliseconds; 0 where none does. */
  get lagMs(): number {
    return Math.max(0, ...this.#readers.map(reader => reader.lagMs));
  }
}

import type { CaseEvent } from '../core/case/events.ts';
import type { ConversationEvent } from '../core/conversation/events.ts';
import type { IdleSpan, IdleStream, Notice, Queue } from './ledger.ts';
import type { Sealer } from './sealer.ts';

export type StreamEvent = ConversationEvent | CaseEvent;

/** An event as it lies in the store. */
export interface StoredEvent<E extends StreamEvent = StreamEvent> {
  /** Place of its commit in its partition of the store, from 1, growing; gaps may occur. */
  position: number;
  stream: string;
  /** Place in its stream, from 1, without gaps. */
  version: number;
  /** Instant of the commit, ISO 8601 in UTC. */
  at: string;
  /** What brought it about: the client's message id, or the id of a command. All events of one commit share it. */
  cause: string;
  event: E;
}

export interface Append {
  stream: string;
  /** Whose data these are, and with whose key they are encrypted: the conversation. */
  owner: string;
  /** The version the decision was made on; 0 for a stream that must not exist yet. */
  expectedVersion: number;
  cause: string;
  at: string;
  events: StreamEvent[];
}

/**
 * `conflict`: somebody else wrote first, nothing was stored, decide again. `duplicate`: this cause is stored already.
 * `erased`: the owner's data were erased, nothing can be written any more.
 */
export type AppendResult =
  | { outcome: 'stored'; events: StoredEvent[] }
  | { outcome: 'conflict'; version: number }
  | { outcome: 'duplicate'; events: StoredEvent[] }
  | { outcome: 'erased' };

/**
 * Where events live, encrypted with a key for each owner. Every promise that resolves after a write means: it survives
 * kill -9. What was erased reads as if it had never been.
 */
export interface Store {
  /** Into so many parts, from 0, the store is divided; each has an order of its own. */
  readonly partitions: number;
  readonly queue: Queue;
  /** Seals what belongs to an owner and lies outside the store. */
  readonly sealer: Sealer;

  /** All events of the append become visible together or not at all. A cause is stored once per stream. */
  append(append: Append): Promise<AppendResult>;
  /** Events of one stream with a version above `after`, in order. An unknown stream is empty. */
  read(stream: string, after?: number): Promise<StoredEvent[]>;
  /** Events of one stream that share a cause; empty where there are none. */
  readCause(stream: string, cause: string): Promise<StoredEvent[]>;
  /**
   * Events of one partition above a position, in order: those of at most `limit` appends. `upTo` is the position they
   * reach, also where what was read is erased; it is `after` where there is nothing more. With `types`, appends without
   * any event of these types are passed over unopened.
   */
  readAll(
    partition: number,
    after: number,
    limit: number,
    types?: ReadonlySet<string>,
  ): Promise<{ events: StoredEvent[]; upTo: number }>;
  /** Names of the streams that start with `prefix`, sorted, above `after`, at most `limit`. */
  streams(prefix: string, after: string, limit: number): Promise<string[]>;
  /** Streams with that prefix, not erased, last written in a span of time; oldest first, at most `limit`. */
  idle(prefix: string, span: IdleSpan, limit: number): Promise<IdleStream[]>;
  /** Whether there is nothing of an owner, or nothing any more. */
  isErased(owner: string): Promise<boolean>;
  /** Destroys an owner's key: nothing of theirs in these streams can be read or added to any more, by anybody. */
  erase(owner: string, streams: string[]): Promise<void>;

  /** What was folded from a stream up to a version, as `saveSnapshot` was given it under the same format. */
  snapshot(
    stream: string,
    owner: string,
    format: string,
  ): Promise<{ version: number; state: unknown } | null>;
  saveSnapshot(stream: string, owner: string, format: string, version: number, state: unknown): Promise<void>;

  /** The position up to which a named reader has worked through a partition; 0 at first. */
  checkpoint(reader: string, partition: number): Promise<number>;
  saveCheckpoint(reader: string, partition: number, position: number): Promise<void>;

  /** Takes or renews a lease for so many milliseconds; false while somebody else holds it. */
  lease(name: string, holder: string, ms: number): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;

  /** Calls `listener` for every append and erasure by any process, soon after it. Returns how to stop. */
  watch(listener: (notice: Notice) => void): () => void;
  /** Resolves when something could be written just now, and rejects when not. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

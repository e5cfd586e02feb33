/**
 * What an adapter keeps: appends with their words sealed. An adapter never sees what anybody said; it sees which
 * streams there are, when they were written, the types of their events, and the chain that holds them together.
 */
export interface SealedAppend {
  stream: string;
  /** Version of its first event, from 1. */
  version: number;
  /** Instant of the commit, ISO 8601 in UTC. */
  at: string;
  /** What brought it about; stored once per stream. */
  cause: string;
  /** Whose key opens the body: the conversation. */
  owner: string;
  /** Types of its events in their order; with the chain, all that can be read once the key is destroyed. */
  types: string[];
  /** SHA-256 of the event before its first one, in hex; of nothing, where it begins the stream. */
  previous: string;
  /** SHA-256 of each of its events, side by side, 32 bytes each. */
  chain: Uint8Array;
  /** Its events, encrypted. */
  body: Uint8Array;
}

export interface LedgerRow extends SealedAppend {
  /** Place in its partition, from 1, growing; gaps may occur. */
  position: number;
}

/** Where a stream ends. */
export interface Head {
  version: number;
  /** SHA-256 of its last event, in hex. */
  hash: string;
  at: string;
  owner: string;
}

/** `conflict`: the stream does not end where the append begins. `erased`: its owner's data are gone for good. */
export type LedgerResult =
  | { outcome: 'stored'; position: number }
  | { outcome: 'conflict'; version: number }
  | { outcome: 'duplicate'; row: LedgerRow }
  | { outcome: 'erased' };

/**
 * One line of a queue: where a case or a conversation stands, for lists and look-ups. It holds no personal data, and is
 * made from the stream it is named after: written again, it is the same.
 */
export interface QueueRow {
  /** The stream it speaks of. */
  stream: string;
  /** Which queue it stands in, such as `case`. */
  queue: string;
  /** Version of the stream it was made from; an older one never replaces a newer. */
  version: number;
  status: string;
  /** Negotiation type; null where none was chosen. */
  type: string | null;
  mediator: string | null;
  /** Day by which an answer was promised, YYYY-MM-DD; null without one. */
  deadline: string | null;
  /** Instant since which it stands in the queue, ISO 8601 in UTC. */
  since: string;
}

/** Orders a queue can be read in: oldest first by `since` or by `deadline` (those without one last), or newest first. */
export type QueueOrder = 'oldest' | 'newest' | 'deadline';

export interface QueueQuery {
  queue: string;
  order: QueueOrder;
  status?: string;
  type?: string;
  /** null: those nobody has taken. */
  mediator?: string | null;
  /** Only what has a deadline up to this day, YYYY-MM-DD; in the order `deadline` alone, where it is the end of the list. */
  dueBy?: string;
  /** Given back by the page before; null for the first. */
  cursor: string | null;
  limit: number;
}

export interface QueuePage {
  rows: QueueRow[];
  /** Where the next page begins; null after the last. */
  cursor: string | null;
}

export interface Queue {
  /** Puts a row in the place of an older one. */
  put(row: QueueRow): Promise<void>;
  get(stream: string): Promise<QueueRow | null>;
  /** A page of those that match. Its cost grows with `limit`, not with how many there are. */
  list(query: QueueQuery): Promise<QueuePage>;
  /** How many stand in a queue, by status. */
  counts(queue: string): Promise<Record<string, number>>;
  remove(stream: string): Promise<void>;
}

/** What an owner's words leave behind to be found by, sealed as they are. */
export interface MarksRow {
  owner: string;
  /** Grows with each change; whoever changes it names the one that was changed. */
  version: number;
  /** null: taken away. */
  body: Uint8Array | null;
  /** Place of its last change in its partition, from 1, growing; gaps may occur. */
  place: number;
}

/** One row for each owner whose words can be found; it goes when the owner is erased, and never comes back then. */
export interface Marks {
  get(owner: string): Promise<Pick<MarksRow, 'version' | 'body'> | null>;
  /**
   * Puts a row in the place of the one of a version, 0 where there is none; with null it is taken away. False where
   * somebody else was faster, or the owner is erased.
   */
  put(owner: string, after: number, body: Uint8Array | null): Promise<boolean>;
  /** Rows of a partition that were changed above a place, by their last change, those taken away too; at most `limit`. */
  changes(partition: number, after: number, limit: number): Promise<MarksRow[]>;
}

/**
 * A word from the store: a stream has come to a version, or an owner's data were erased, or null: something may have
 * been missed, look at everything anew.
 */
export type Notice = { stream: string; version: number } | { erased: string } | null;

/**
 * A reader's checkpoint for a single stream: up to this version it was worked through before the stream was copied here,
 * wherever it then stands.
 */
export const doneIn = (reader: string, stream: string): string => `${reader} in ${stream}`;

/** Instants in ISO 8601 in UTC. */
export interface IdleSpan {
  from: string | null;
  before: string;
}

export interface IdleStream {
  stream: string;
  owner: string;
  /** Instant of its last append. */
  at: string;
}

/** What every adapter does. Every promise that resolves after a write means: it survives kill -9. */
export interface Ledger {
  /** Into so many parts, from 0, the ledger is divided; each has an order of its own. */
  readonly partitions: number;
  readonly queue: Queue;
  readonly marks: Marks;

  /** A cause stored before comes back as `duplicate`, whatever else is wrong. */
  append(append: SealedAppend): Promise<LedgerResult>;
  /** Rows of a stream that hold an event above version `after`, in order. */
  read(stream: string, after: number): Promise<LedgerRow[]>;
  readCause(stream: string, cause: string): Promise<LedgerRow | null>;
  /** Rows of one partition above a position, in order, at most `limit`. */
  readAll(partition: number, after: number, limit: number): Promise<LedgerRow[]>;
  head(stream: string): Promise<Head | null>;
  /** Names of the streams that start with `prefix`, sorted, above `after`, at most `limit`. */
  streams(prefix: string, after: string, limit: number): Promise<string[]>;
  /**
   * Streams with that prefix, not erased, whose last append is before an instant, and at or after `from` where that is
   * given; oldest first, at most `limit`.
   */
  idle(prefix: string, span: IdleSpan, limit: number): Promise<IdleStream[]>;

  /** The wrapped key of an owner; null where there is none, or none any more. */
  key(owner: string): Promise<Uint8Array | null>;
  /** Keeps a wrapped key unless the owner has one. Returns the one that stands, or null where it was destroyed. */
  keepKey(owner: string, wrapped: Uint8Array): Promise<Uint8Array | null>;
  /** All wrapped keys, sorted by owner, above `after`, at most `limit`. */
  keys(after: string, limit: number): Promise<{ owner: string; wrapped: Uint8Array }[]>;
  /** Destroys a key for good with the owner's marks, and refuses from then on what is appended to these streams. */
  erase(owner: string, streams: string[]): Promise<void>;

  /** The newest snapshot of a stream. */
  snapshot(stream: string): Promise<{ version: number; body: Uint8Array } | null>;
  saveSnapshot(stream: string, version: number, body: Uint8Array): Promise<void>;

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
  /** What the operator should know about how safely this store keeps what it is given; one sentence each. */
  warnings(): Promise<string[]>;
  close(): Promise<void>;
}

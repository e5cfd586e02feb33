import type { CaseEvent } from '../core/case/events.ts';
import type { ConversationEvent } from '../core/conversation/events.ts';

export type StreamEvent = ConversationEvent | CaseEvent;

/** An event as it lies in the store. */
export interface StoredEvent<E extends StreamEvent = StreamEvent> {
  /** Place in the whole store, from 1, growing; gaps may occur. */
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
  /** The version the decision was made on; 0 for a stream that must not exist yet. */
  expectedVersion: number;
  cause: string;
  at: string;
  events: StreamEvent[];
}

/** `conflict`: somebody else wrote first, nothing was stored, decide again. `duplicate`: this cause is stored already. */
export type AppendResult =
  | { outcome: 'stored'; events: StoredEvent[] }
  | { outcome: 'conflict'; version: number }
  | { outcome: 'duplicate'; events: StoredEvent[] };

/** Where events live. Every promise that resolves after a write means: it survives kill -9. */
export interface Store {
  /** All events of the append become visible together or not at all. A cause is stored once per stream. */
  append(append: Append): Promise<AppendResult>;
  /** Events of one stream with a version above `after`, in order. An unknown stream is empty. */
  read(stream: string, after?: number): Promise<StoredEvent[]>;
  /** Events of one stream that share a cause; empty where there are none. */
  readCause(stream: string, cause: string): Promise<StoredEvent[]>;
  /** Events of all streams above a position, in order, at most `limit`. */
  readAll(after: number, limit: number): Promise<StoredEvent[]>;
  /** Names of the streams that start with `prefix`, sorted, above `after`, at most `limit`. */
  streams(prefix: string, after: string, limit: number): Promise<string[]>;
  /** The position up to which a named reader has done its work; 0 at first. */
  checkpoint(reader: string): Promise<number>;
  saveCheckpoint(reader: string, position: number): Promise<void>;
  close(): Promise<void>;
}

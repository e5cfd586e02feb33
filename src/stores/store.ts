import type { CaseEvent } from '../core/case/events.ts';
import type { ConversationEvent } from '../core/conversation/events.ts';
import type { DeskDayEvent } from '../core/desk/day-events.ts';
import type { DeskEvent } from '../core/desk/events.ts';
import type { FactsNoted } from '../core/desk/facts.ts';
import type { AuditNoted } from '../core/staff/audit.ts';
import type { KeyUsed, RegisterEvent, SessionEvent } from '../core/staff/events.ts';
import type { ReplyEvent } from '../core/staff/replies/events.ts';
import type { Ledger, LedgerRow } from './ledger.ts';
import type { Sealer } from './sealer.ts';

export type StaffEvent = RegisterEvent | SessionEvent | KeyUsed | ReplyEvent | AuditNoted;
export type StreamEvent = ConversationEvent | CaseEvent | DeskEvent | DeskDayEvent | StaffEvent | FactsNoted;

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
  /** Whose data these are, and with whose key they are encrypted: the conversation, or an owner of what is nobody's (`staff`). */
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

/** An append as it can be known without opening it. */
export type Touched = Pick<LedgerRow, 'position' | 'stream' | 'version' | 'at' | 'owner' | 'types'>;

/** What a store does just as the ledger below it: nothing of it is sealed, or only on the way. */
type Shared =
  | 'partitions'
  | 'queue'
  | 'marks'
  | 'streams'
  | 'idle'
  | 'checkpoint'
  | 'saveCheckpoint'
  | 'lease'
  | 'release'
  | 'watch'
  | 'probe'
  | 'close';

/**
 * Where events live, encrypted with a key for each owner. Every promise that resolves after a write means: it survives
 * kill -9. What was erased reads as if it had never been.
 */
export interface Store extends Pick<Ledger, Shared> {
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
  /** As `readAll` with `types`, but opens nothing. */
  touched(
    partition: number,
    after: number,
    limit: number,
    types: ReadonlySet<string>,
  ): Promise<{ appends: Touched[]; upTo: number }>;
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
}

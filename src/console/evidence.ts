import type { Evidence, Mediator } from '../core/conversation/events.ts';
import type { StoredEvent } from '../stores/store.ts';
import type { Item } from './desk.ts';

/** A file as it is given out: as it came, or what can be shown of it. */
export interface GivenFile {
  evidence: Evidence;
  /** Content type of the bytes. */
  type: string;
  bytes: Uint8Array;
}

/** `file-lost`: it is known, but its bytes are not there, or not as they came. */
export type NotGiven = { refused: 'not-found' | 'file-lost' | 'no-preview' };

/** All that is taken away of a conversation. */
export interface TakenAway {
  /** Instant, ISO 8601 in UTC. */
  at: string;
  item: Item;
  /** All of the talk. */
  events: StoredEvent[];
  /** The bytes of a file as they came; null where they are lost. Read when they are asked for. */
  read(file: Evidence): Promise<Uint8Array | null>;
}

/**
 * The files of conversations, as those who work on them look at them. Whoever is given anything is noted before it is
 * given. Everything rejects with `UnknownConversation` where staff may see none.
 */
export interface EvidenceDesk {
  /** A file as it came, to be saved. */
  original(conversation: string, file: string, by: Mediator): Promise<GivenFile | NotGiven>;
  /** What can be shown of a file in its place. */
  shown(conversation: string, file: string, by: Mediator): Promise<GivenFile | NotGiven>;
  takeAway(conversation: string, by: Mediator): Promise<TakenAway>;
}

import type { StreamEvent } from './store.ts';

/** Something that is not as it was written. */
export interface Fault {
  stream: string;
  /** Version of the event it begins with. */
  version: number;
  /** Type of that event; null where there is none to tell it. */
  type: string | null;
  /** What is wrong, as the rest of a sentence. */
  what: string;
}

/** A stream as it was found, read to its end. */
export interface StreamAudit {
  stream: string;
  /** The owner its events name. */
  owner: string;
  /** Types of its events, in order; they can be read with or without the key. */
  types: string[];
  /** Its events, as far as they open; null where there is no key any more. */
  opened: StreamEvent[] | null;
  faults: Fault[];
}

/** Reads a whole stream, recomputes its chain and opens what can be opened. Nothing it meets makes it reject. */
export type AuditStream = (stream: string) => Promise<StreamAudit>;

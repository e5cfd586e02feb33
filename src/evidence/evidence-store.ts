import type { Evidence, Refusal } from '../core/conversation/events.ts';

export interface EvidenceLimits {
  /** Bytes a single file may have. */
  maxBytes: number;
  /** Files one case may have. */
  maxFiles: number;
}

export type IntakeResult = { taken: Evidence } | { refused: Refusal };

/** What is shown of a file in place of it. */
export interface Preview {
  /** Content type. */
  type: string;
  bytes: Uint8Array;
}

/**
 * Makes what can be shown of a file of this type: a picture without its metadata, upright and of a size that can be
 * looked at; a text in UTF-8; a PDF or sound as it is. Null where nothing of it can be shown.
 */
export type Previews = (mime: string, bytes: Uint8Array) => Promise<Preview | null>;

/**
 * Where the bytes of evidence lie, untouched: each owner's own, under the SHA-256 of what was received. An owner is a
 * conversation.
 */
export interface EvidenceStore {
  /** Writes the bytes durably before it resolves; the same bytes of one owner are stored once. Rejects when the disk refuses. */
  put(owner: string, sha256: string, bytes: Uint8Array): Promise<void>;
  /** The bytes as they came, or null where nothing lies there or it was erased. Rejects where they have changed. */
  get(owner: string, sha256: string): Promise<Uint8Array | null>;
  /** Removes all that an owner sent, and nothing of others. */
  erase(owner: string): Promise<void>;
}

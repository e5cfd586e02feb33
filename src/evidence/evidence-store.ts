import type { Evidence, Refusal } from '../core/conversation/events.ts';

export interface EvidenceLimits {
  /** Bytes a single file may have. */
  maxBytes: number;
  /** Files one case may have. */
  maxFiles: number;
}

export type IntakeResult = { taken: Evidence } | { refused: Refusal };

/** Where the bytes of evidence lie, untouched, under the SHA-256 of what was received. */
export interface EvidenceStore {
  /** Writes the bytes durably before it resolves; the same bytes are stored once. Rejects when the disk refuses. */
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  /** The bytes as they came, or null where nothing lies under this hash. */
  get(sha256: string): Promise<Uint8Array | null>;
}

/**
 * Where evidence lies sealed. An adapter never sees what was sent; it sees whose it is, and the SHA-256 of what was
 * received.
 */
export interface EvidenceFiles {
  /** Writes durably before it resolves; what stands there already stays. Rejects when the disk refuses. */
  put(owner: string, sha256: string, sealed: Uint8Array): Promise<void>;
  get(owner: string, sha256: string): Promise<Uint8Array | null>;
  /** Removes all files of an owner, for good. */
  erase(owner: string): Promise<void>;
  /** All there are, in no order. What is put or erased meanwhile may be among them or not. */
  list(): AsyncIterable<{ owner: string; sha256: string }>;
}

const OWNER = /^[\w-]{1,64}$/;
const SHA256 = /^[0-9a-f]{64}$/;

export const isOwner = (name: string): boolean => OWNER.test(name);
export const isHash = (name: string): boolean => SHA256.test(name);

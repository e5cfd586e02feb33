/** Encrypts bytes with the key of their owner, and never shows the key. */
export interface Sealer {
  /**
   * Makes the key where there is none; null where the owner's data were erased.
   * @param place where the bytes belong; under any other they do not open
   */
  seal(owner: string, place: string, plain: Uint8Array): Promise<Uint8Array | null>;
  /** null where there is no key, or none any more. Rejects where the bytes are not what was sealed there. */
  unseal(owner: string, place: string, sealed: Uint8Array): Promise<Uint8Array | null>;
}

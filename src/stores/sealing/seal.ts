import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

/** First byte of everything sealed, so that another way of sealing can be told from this one. */
const FORMAT = 1;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const CIPHER = 'aes-256-gcm';

/** What was sealed has been changed, or this is not its key. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/**
 * Encrypts and authenticates with AES-256-GCM.
 * @param key 32 bytes
 * @param place where the bytes belong; opened under any other place they are refused, so none can be put elsewhere
 */
export function seal(key: Uint8Array, place: string, plain: Uint8Array): Buffer {
  const nonce = freshNonce();
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place));
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([Buffer.of(FORMAT), nonce, body, cipher.getAuthTag()]);
}

/** Drawn many at a time, since each draw costs more than all the rest of a short seal. */
const nonces = { drawn: Buffer.alloc(NONCE_LENGTH * 512), used: NONCE_LENGTH * 512 };

function freshNonce(): Buffer {
  if (nonces.used === nonces.drawn.length) {
    nonces.drawn = randomFillSync(Buffer.allocUnsafe(nonces.drawn.length));
    nonces.used = 0;
  }
  nonces.used += NONCE_LENGTH;
  return nonces.drawn.subarray(nonces.used - NONCE_LENGTH, nonces.used);
}

/** @throws SealBroken */
export function unseal(key: Uint8Array, place: string, sealed: Uint8Array): Buffer {
  const end = sealed.length - TAG_LENGTH;
  const start = 1 + NONCE_LENGTH;
  if (sealed[0] !== FORMAT || end < start) throw new SealBroken(`${place} is not sealed in a known way`);
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(1, start)).setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(start, end));
  try {
    decipher.final();
  } catch {
    throw new SealBroken(`${place} was changed, or sealed with another key`);
  }
  return plain;
}

/** The place of an append's body, and of a snapshot up to a version. */
export const placeOf = ({ stream, version }: { stream: string; version: number }): string =>
  `${stream}@${version}`;
export const snapshotPlace = (at: { stream: string; version: number }): string =>
  `snapshot of ${placeOf(at)}`;

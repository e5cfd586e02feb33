import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret that nobody can guess: 256 bits, in base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256 in hex: all that is kept of a secret. Enough of a hash, for there is nothing to guess. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether a secret is the one of which a hash was kept; its time tells nothing. */
export const isSecretOf = (secret: string, hash: string): boolean => {
  const given = Buffer.from(hashOf(secret), 'hex');
  const kept = Buffer.from(hash, 'hex');
  return given.length === kept.length && timingSafeEqual(given, kept);
};

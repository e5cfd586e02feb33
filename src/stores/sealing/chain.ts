import { hash } from 'node:crypto';
import type { SealedAppend } from '../ledger.ts';

/** Bytes of one link. */
export const LINK = 32;

/** What a stream's first event has for the hash of the one before it. */
export const NO_HASH = hash('sha256', '', 'hex');

/**
 * The SHA-256 of each event of an append, side by side. An event's hash covers that of the event before it, what is
 * kept of the event in the open, and the sealed body it lies in; so nothing can be changed, left out or put in
 * without breaking every hash that follows, and the chain holds when the body's key is destroyed.
 */
export function chainOf(append: Omit<SealedAppend, 'chain'>): Buffer {
  const { stream, version, at, cause, owner, types, previous, body } = append;
  const shared = JSON.stringify([stream, at, cause, owner, hash('sha256', body, 'hex')]);
  const links = Buffer.allocUnsafe(types.length * LINK);
  let before = previous;
  types.forEach((type, place) => {
    before = hash('sha256', `${before} ${version + place} ${type} ${shared}`, 'hex');
    links.write(before, place * LINK, 'hex');
  });
  return links;
}

/** The hash of an append's last event, in hex. */
export const endOf = ({ chain }: Pick<SealedAppend, 'chain'>): string =>
  Buffer.from(chain.buffer, chain.byteOffset + chain.byteLength - LINK, LINK).toString('hex');

/** The version of an append's last event. */
export const lastVersion = ({ version, types }: Pick<SealedAppend, 'version' | 'types'>): number =>
  version + types.length - 1;

import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Ledger } from '../ledger.ts';
import type { Sealer } from '../sealer.ts';
import { seal, unseal } from './seal.ts';

/** Bytes of every key. */
export const KEY_LENGTH = 32;
const REMEMBERED = 20_000;

/** The operator's key does not open what lies in the store. */
export class WrongOperatorKey extends Error {
  override readonly name = 'WrongOperatorKey';

  constructor() {
    super(
      'OPERATOR_KEY is not the key that these data were encrypted with. Start with the one they were written under.',
    );
  }
}

/**
 * Each owner's key, which lies in the ledger wrapped by the operator's key. Once it is destroyed there, nothing sealed
 * with it can be opened any more, neither here nor in a copy that was made without it.
 */
export class Keyring implements Sealer {
  readonly #ledger: Ledger;
  readonly #operatorKey: Uint8Array;
  readonly #recent = new LRUCache<string, Buffer>({ max: REMEMBERED });

  /** @param operatorKey 32 bytes */
  constructor(ledger: Ledger, operatorKey: Uint8Array) {
    this.#ledger = ledger;
    this.#operatorKey = operatorKey;
    ledger.watch(notice => {
      if (notice === null) this.#recent.clear();
      else if ('erased' in notice) this.forget(notice.erased);
    });
  }

  /** The key where it is at hand. */
  recent(owner: string): Buffer | undefined {
    return this.#recent.get(owner);
  }

  /** The key of an owner, or null where there is none or none any more. Throws WrongOperatorKey. */
  async find(owner: string): Promise<Buffer | null> {
    const known = this.#recent.get(owner);
    if (known) return known;
    const wrapped = await this.#ledger.key(owner);
    return wrapped ? this.#unwrap(owner, wrapped) : null;
  }

  /** As `find`, for whoever looks at many owners once: what is at hand for those who talk stays at hand. */
  async glance(owner: string): Promise<Buffer | null> {
    const known = this.#recent.peek(owner);
    if (known) return known;
    const wrapped = await this.#ledger.key(owner);
    return wrapped ? this.#opened(owner, wrapped) : null;
  }

  /** The key of an owner, made where there is none; null where it was destroyed. Throws WrongOperatorKey. */
  async findOrMake(owner: string): Promise<Buffer | null> {
    const found = await this.find(owner);
    if (found) return found;
    const wrapped = seal(this.#operatorKey, placeOf(owner), randomBytes(KEY_LENGTH));
    const standing = await this.#ledger.keepKey(owner, wrapped);
    return standing ? this.#unwrap(owner, standing) : null;
  }

  /** Asks the ledger each time: nothing is sealed any more with a key that was destroyed a moment ago. */
  async seal(owner: string, place: string, plain: Uint8Array): Promise<Uint8Array | null> {
    this.forget(owner);
    const key = await this.findOrMake(owner);
    return key && seal(key, place, plain);
  }

  async unseal(owner: string, place: string, sealed: Uint8Array): Promise<Uint8Array | null> {
    this.forget(owner);
    const key = await this.find(owner);
    return key && unseal(key, place, sealed);
  }

  forget(owner: string): void {
    this.#recent.delete(owner);
  }

  #unwrap(owner: string, wrapped: Uint8Array): Buffer {
    const key = this.#opened(owner, wrapped);
    this.#recent.set(owner, key);
    return key;
  }

  #opened(owner: string, wrapped: Uint8Array): Buffer {
    try {
      return unseal(this.#operatorKey, placeOf(owner), wrapped);
    } catch {
      throw new WrongOperatorKey();
    }
  }
}

const placeOf = (owner: string): string => `key of ${owner}`;

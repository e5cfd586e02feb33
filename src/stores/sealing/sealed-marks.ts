import type { Marks, MarksRow } from '../ledger.ts';
import type { Keyring } from './keyring.ts';
import { SealBroken, seal, unseal } from './seal.ts';

/**
 * Marks sealed with their owner's key. Whoever takes the store away learns from them how much was said, roughly, which
 * the sealed events tell as well, and nothing of the words: no two owners' marks can be compared, no word can be tried
 * out on them, and with the key they are gone from every copy too. The price is that they can only be searched where
 * they have been opened, in the memory of a process that holds the operator's key.
 */
export function sealedMarks(marks: Marks, keys: Keyring): Marks {
  async function opened<R extends Pick<MarksRow, 'version' | 'body'>>(owner: string, row: R): Promise<R> {
    const key = row.body && (await keys.glance(owner));
    if (!row.body || !key) return { ...row, body: null };
    try {
      return { ...row, body: unseal(key, placeOf(owner, row.version), row.body) };
    } catch (error) {
      // They can be made anew from what was said.
      if (error instanceof SealBroken) return { ...row, body: null };
      throw error;
    }
  }

  return {
    async get(owner) {
      const row = await marks.get(owner);
      return row && opened(owner, row);
    },
    async put(owner, after, body) {
      const key = await keys.glance(owner);
      if (!key) return false;
      return marks.put(owner, after, body && seal(key, placeOf(owner, after + 1), body));
    },
    async changes(partition, after, limit) {
      const rows = await marks.changes(partition, after, limit);
      return Promise.all(rows.map(row => opened(row.owner, row)));
    },
  };
}

const placeOf = (owner: string, version: number): string => `marks of ${owner}@${version}`;

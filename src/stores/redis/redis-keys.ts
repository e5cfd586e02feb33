import type { Ledger } from '../ledger.ts';
import type { Connection } from './connection.ts';
import { type Layout, marksKeys, noticesOf } from './layout.ts';
import { script } from './script.ts';

const scripts = {
  keep: script('keep-key'),
  list: script('keys'),
  destroy: script('destroy-key'),
  close: script('close-stream'),
};

/** The owners' wrapped keys. A destroyed one leaves an empty text in its place, so that none can ever be kept there again. */
export function redisKeys(
  connection: Connection,
  layout: Layout,
): Pick<Ledger, 'key' | 'keepKey' | 'keys' | 'erase'> {
  const placesOf = (base: string): [string, string] => [`${base}keys`, `${base}owners`];

  return {
    async key(owner) {
      const [keys] = placesOf(layout.baseOf(owner));
      const found = (await connection.send(keys, ['HGET', keys, owner])) as Buffer | null;
      return found && found.length > 0 ? found : null;
    },
    async keepKey(owner, wrapped) {
      const places = placesOf(layout.baseOf(owner));
      return (await connection.run(scripts.keep, places, [owner, Buffer.from(wrapped)])) as Buffer | null;
    },
    async keys(after, limit) {
      const found = await Promise.all(
        layout.bases.map(async base => {
          const answer = await connection.run(scripts.list, placesOf(base), [after, String(limit)]);
          return answer as [owner: Buffer, wrapped: Buffer][];
        }),
      );
      return found
        .flat()
        .sort(([a], [b]) => Buffer.compare(a, b))
        .slice(0, limit)
        .map(([owner, wrapped]) => ({ owner: String(owner), wrapped }));
    },
    // They lie in several slots, so it takes several steps. The key goes first: with it all that matters is gone, and
    // the rest can be done again by whoever finds it undone.
    async erase(owner, streams) {
      const base = layout.baseOf(owner);
      const keys = [...placesOf(base), ...marksKeys(base)] as [string, ...string[]];
      await connection.run(scripts.destroy, keys, [owner, noticesOf(base)]);
      await Promise.all(
        streams.map(stream => {
          const at = layout.baseOf(stream);
          const keys = [`${at}head:${stream}`, `${at}idle`, `${at}snapshot:${stream}`] as const;
          return connection.run(scripts.close, [...keys], [stream, owner]);
        }),
      );
    },
  };
}

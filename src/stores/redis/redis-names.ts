import type { IdleSpan, IdleStream, Ledger } from '../ledger.ts';
import type { Connection } from './connection.ts';
import type { Layout } from './layout.ts';
import { script } from './script.ts';

const idle = script('idle');

/** So many streams one step looks at: others wait while Redis runs it. */
const STEP = 1_000;

/** Which streams there are, by name and by how long nothing was written; asked of all partitions and put together. */
export function redisNames(connection: Connection, layout: Layout): Pick<Ledger, 'streams' | 'idle'> {
  async function idleIn(base: string, prefix: string, span: IdleSpan, limit: number): Promise<IdleStream[]> {
    const found: IdleStream[] = [];
    const from = span.from === null ? '-inf' : String(Date.parse(span.from));
    const before = String(Date.parse(span.before));
    for (let rank = 0; rank >= 0 && found.length < limit; ) {
      const [next, ...streams] = (await connection.run(
        idle,
        [`${base}idle`],
        [prefix, before, String(limit), String(rank), String(STEP), `${base}head:`, from],
      )) as [number, ...[stream: Buffer, owner: Buffer, at: Buffer][]];
      for (const [stream, owner, at] of streams)
        found.push({ stream: String(stream), owner: String(owner), at: String(at) });
      rank = next;
    }
    return found;
  }

  return {
    async streams(prefix, after, limit) {
      const from = after > prefix ? `(${after}` : `[${prefix}`;
      // No UTF-8 text holds this byte, so it stands behind all that begin with the prefix.
      const to = Buffer.concat([Buffer.from(`(${prefix}`), Buffer.of(0xff)]);
      const found = await Promise.all(
        layout.bases.map(async base => {
          const command = ['ZRANGEBYLEX', `${base}names`, from, to, 'LIMIT', '0', String(limit)];
          return (await connection.send(`${base}names`, command)) as Buffer[];
        }),
      );
      return found.flat().sort(Buffer.compare).slice(0, limit).map(String);
    },
    async idle(prefix, span, limit) {
      const found = await Promise.all(layout.bases.map(base => idleIn(base, prefix, span, limit)));
      return found
        .flat()
        .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.stream < b.stream ? -1 : 1))
        .slice(0, limit);
    },
  };
}

import type { Link } from './link.ts';

/** Bytes of commands after which the next link is used. */
const BYTES = 12_000;

/**
 * One link out of several like it, which are used in turn. Redis reads 16 kB of each connection, runs what it has read
 * from all of them, and syncs its log to disk once for all of that; with one connection that would be for a few
 * appends only, however many wait. Commands that were not waited for may overtake each other.
 * @param count how many there are to be; `open` makes all but the first
 */
export async function inLanes(first: Link, count: number, open: () => Promise<Link>): Promise<Link> {
  const others = await Promise.allSettled(Array.from({ length: count - 1 }, open));
  const links = [first, ...others.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []))];
  const destroy = (): void => links.forEach(link => link.destroy());
  const failed = others.find(one => one.status === 'rejected');
  if (failed) {
    destroy();
    throw failed.reason;
  }
  let current = first;
  let lane = 0;
  let bytes = 0;
  return {
    send(key, args) {
      for (const argument of args) bytes += argument.length;
      if (bytes > BYTES) {
        bytes = 0;
        lane = (lane + 1) % links.length;
        current = links[lane] ?? first;
      }
      return current.send(key, args);
    },
    nodeOf: key => first.nodeOf(key),
    nodes: () => first.nodes(),
    lost: Promise.race(links.map(link => link.lost)),
    destroy,
  };
}

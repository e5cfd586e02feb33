import type { SayingHit } from './saying-index.ts';
import type { Tagged } from './understanding.ts';

type Hit = SayingHit<Tagged>;

/**
 * The hits that count: drops those that lie inside an exception of the same meaning, and those inside a longer hit of a
 * rival meaning. Sweeps from left to right, so that whatever covers a hit was met before it; of all it met, only what
 * reaches furthest can cover anything still to come.
 * @param hits by start; their order is kept
 */
export function standing(hits: readonly Hit[]): Hit[] {
  const exceptionsTo = new Map<string, number>();
  const furthest = new Map<string, Hit>();
  const dropped = new Set<Hit>();
  for (const hit of hits.toSorted(widestFirst)) {
    const { key, rivalry, blocks } = hit.tag;
    if (blocks) exceptionsTo.set(key, Math.max(hit.end, exceptionsTo.get(key) ?? 0));
    if (blocks || (exceptionsTo.get(key) ?? 0) >= hit.end) dropped.add(hit);
    else if (rivalry !== null) {
      const longer = furthest.get(rivalry);
      if (!longer || longer.end < hit.end) furthest.set(rivalry, hit);
      else if (longer.end > hit.end || longer.start < hit.start) dropped.add(hit);
    }
  }
  return hits.filter(hit => !dropped.has(hit));
}

const widestFirst = (a: Hit, b: Hit): number =>
  a.start - b.start || b.end - a.end || Number(b.tag.blocks) - Number(a.tag.blocks);

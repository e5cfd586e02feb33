import type { SayingHit } from './saying-index.ts';
import { NO_RIVALRY, type Tagged } from './understanding.ts';

type Hit = SayingHit<Tagged>;

/**
 * The hits that count: drops those that lie inside an exception of the same meaning, and those inside a longer hit of a
 * rival meaning. Sweeps from left to right, at each start from the longest hit down, so that whatever covers a hit was
 * met before it; of all it met, only what reaches furthest can cover anything still to come.
 * @param hits ordered by start, then by length; the order is kept
 */
export function standing(hits: readonly Hit[]): Hit[] {
  const exceptionsTo = new Map<string, number>();
  const furthest: (Hit | undefined)[] = [];
  const stands = new Uint8Array(hits.length);
  for (let first = 0, next = 0; first < hits.length; first = next) {
    const start = hits[first]?.start;
    for (; hits[next]?.start === start; next++) except(hits[next]);
    for (let at = next - 1; at >= first; at--) stands[at] = isOutside(hits[at]) ? 1 : 0;
  }
  return hits.filter((_, at) => stands[at] === 1);

  function except(hit: Hit | undefined): void {
    if (!hit?.tag.blocks) return;
    exceptionsTo.set(hit.tag.key, Math.max(hit.end, exceptionsTo.get(hit.tag.key) ?? 0));
  }

  function isOutside(hit: Hit | undefined): boolean {
    if (!hit || hit.tag.blocks) return false;
    const { key, rivalry } = hit.tag;
    if (exceptionsTo.size > 0 && (exceptionsTo.get(key) ?? 0) >= hit.end) return false;
    if (rivalry === NO_RIVALRY) return true;
    const longer = furthest[rivalry];
    if (!longer || longer.end < hit.end) furthest[rivalry] = hit;
    else if (longer.end > hit.end || longer.start < hit.start) return false;
    return true;
  }
}

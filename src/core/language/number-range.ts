import { type NumberFound, ONE, type Reading } from './number.ts';

/**
 * Two numbers as one from the first to the second, where `joint` matches what stands between them: 500-800, 3-5万.
 * Null where they make no range. The lower takes the multiplier of the higher where only that makes it the lower.
 */
export function rangeOf(text: string, from: NumberFound, to: NumberFound, joint: RegExp): NumberFound | null {
  const between = text.slice(from.end, to.start);
  if (between.length > 8 || !(joint.test(between) || isNeighbours(between, from, to))) return null;
  if (
    between.includes('and') &&
    !/\bbetween (?:¥|\$|rmb)? ?$/.test(text.slice(Math.max(0, from.start - 16), from.start))
  )
    return null;
  if (/[-\d]/.test(text.charAt(from.start - 1)) || /^-\d/.test(text.slice(to.end, to.end + 2))) return null;
  const readings: Reading[] = [];
  const top = to.readings[0];
  for (const low of from.readings) {
    if (!top) continue;
    const shared = !from.multiplied && to.multiplier > 1 && low.lo < top.lo / to.multiplier;
    const lo = shared ? low.lo * to.multiplier : low.lo;
    if (lo < top.hi) readings.push({ lo, hi: top.hi });
  }
  if (readings.length === 0) return null;
  return {
    ...to,
    start: from.start,
    readings,
    approx: from.approx || to.approx,
    multiplied: from.multiplied || to.multiplied,
  };
}

/** 三、四千 and 3或4百: a digit and a number that begins with the next. */
function isNeighbours(between: string, from: NumberFound, to: NumberFound): boolean {
  if (!/^(?:[、,，]|或)$/.test(between) || from.multiplied || to.multiplier === 1) return false;
  const step = (to.readings[0]?.lo ?? 0) / to.multiplier - (from.readings[0]?.lo ?? 0);
  return (step === ONE || step === 2 * ONE) && (from.readings[0]?.hi ?? 0) < 10 * ONE;
}

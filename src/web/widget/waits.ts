const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
/** A server that starts again was left by all its people at once; they come back over so many milliseconds. */
const COME_BACK_OVER = 3_000;

/** Milliseconds to wait before the `attempt`-th try (from 0): doubling, with half of it left to `chance` (0 to 1). */
export function waitBefore(attempt: number, chance: number): number {
  const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempt, 10));
  return longest / 2 + (longest / 2) * chance;
}

/** Milliseconds until a server that starts again is looked for. */
export const waitForRestart = (chance: number): number => FIRST_WAIT + COME_BACK_OVER * chance;

/** Milliseconds to wait where `seconds` were asked for: never less, and up to a quarter more by `chance` (0 to 1). */
export const askedWait = (seconds: number, chance: number): number => seconds * 1000 * (1 + chance / 4);

/** Does `work` after so many milliseconds; returns how to call it off. */
export function later(wait: number, work: () => void): () => void {
  const timer = setTimeout(work, wait);
  return () => clearTimeout(timer);
}

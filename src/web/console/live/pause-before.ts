const FIRST = 500;
const LONGEST = 15_000;

/**
 * Milliseconds to wait before a try: longer after each failure, and not the same for all who lost the same server.
 * @param chance 0 to 1
 */
export const pauseBefore = (failures: number, chance: number): number =>
  Math.min(LONGEST, FIRST * 2 ** Math.min(failures - 1, 10)) * (0.5 + chance / 2);

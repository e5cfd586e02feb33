/** Which days are looked at: the last so many, or from one to another (YYYY-MM-DD). */
export type DaysChosen = { last: number } | { from: string; to: string };

/** Lengths that are looked at most: a week, four weeks, a quarter. */
export const LENGTHS = [7, 28, 90] as const;

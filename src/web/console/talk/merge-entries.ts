import type { Entry } from '../../../protocol/entry.ts';

export interface Transcript {
  entries: Entry[];
  /** Version of the last event seen, whether or not it made an entry. */
  cursor: number;
}

/** A transcript with what came since. Deliveries may overlap and overtake one another: an entry stands in it once. */
export function merged(known: Transcript | undefined, came: Transcript): Transcript {
  if (!known) return came;
  const cursor = Math.max(known.cursor, came.cursor);
  const have = new Set(known.entries.map(entry => entry.version));
  const fresh = came.entries.filter(entry => !have.has(entry.version));
  if (fresh.length === 0 && cursor === known.cursor) return known;
  const entries = [...known.entries, ...fresh].sort((one, other) => one.version - other.version);
  return { entries, cursor };
}

import { z } from 'zod';

/** Where a page ended. `shown`: those that were shown before the others because they press. */
const SearchPlace = z.strictObject({
  at: z.number(),
  conversation: z.string(),
  shown: z.array(z.string()).max(100),
});
export type SearchPlace = z.infer<typeof SearchPlace>;

export const writePlace = (place: SearchPlace): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** Null for what no page gave. */
export function readPlace(cursor: string): SearchPlace | null {
  try {
    return SearchPlace.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString())).data ?? null;
  } catch {
    return null;
  }
}

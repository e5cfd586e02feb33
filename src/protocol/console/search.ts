import { z } from 'zod';
import { inboxFilter, InboxRow } from './desk.ts';
import { Instant } from './staff.ts';

/** In the body, for what is sought may be somebody's name or number, which belongs into no address and no log. */
export const SearchOrder = z.strictObject({
  text: z
    .string()
    .max(200)
    .describe(
      'Words, all of which have to stand in what was said or noted, each as a part of any word; traditional characters, full width, capitals and gaps within numbers make no difference.',
    ),
  ...inboxFilter(z.int()),
  cursor: z.string().max(8_000).nullable().default(null),
  limit: z.int().min(1).max(50).default(20),
});

export const Found = z.strictObject({
  place: z
    .enum(['person', 'mediator', 'note', 'case', 'contact', 'file'])
    .describe('What the person or a mediator said, a note of colleagues, what the case holds.'),
  at: Instant,
  text: z.string().describe('A piece of the text.'),
  marks: z
    .array(z.tuple([z.int(), z.int()]))
    .describe('From where to where the words stand in the piece, in UTF-16 units.'),
});
export type Found = z.infer<typeof Found>;

export const FoundRow = InboxRow.extend({ found: z.array(Found) }).meta({ id: 'FoundRow' });
export type FoundRow = z.infer<typeof FoundRow>;

export const SearchAnswer = z.strictObject({
  rows: z
    .array(FoundRow)
    .describe('What presses first, then what was spoken in last; there may be fewer than asked for.'),
  cursor: z.string().nullable().describe('Where the next page begins; only null is the end.'),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

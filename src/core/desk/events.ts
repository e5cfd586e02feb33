import { z } from 'zod';
import { Mediator } from '../conversation/events.ts';

export const NoteText = z.string().trim().min(1).max(5_000);

/**
 * What can be looked at: an item with its talk and sheet, a file in its place, a file as it came to be saved, or all of
 * it as a copy to take away.
 */
export const LOOKS = ['item', 'evidence', 'original', 'export'] as const;
export type Look = (typeof LOOKS)[number];

/** How somebody came to look after an item. */
export const ASSIGNMENTS = ['by-hand', 'in-turn', 'accepted'] as const;

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** What staff do about a conversation besides talking in it; the person never sees any of this. */
export const DeskEvent = z.discriminatedUnion('type', [
  /** `mediator`: null where nobody looks after it any more. */
  event('DeskAssigned', { mediator: Mediator.nullable(), how: z.enum(ASSIGNMENTS), by: Mediator.nullable() }),
  event('NoteAdded', { note: z.string(), text: NoteText, by: Mediator }),
  /** `file`: which, where the look was at one. */
  event('Looked', { at: z.enum(LOOKS), file: z.string().nullable(), by: Mediator }),
  /**
   * The person waits for a mediator since an instant. `position`: their place in the queue then, from 1; `onDuty`: how
   * many could have come, 0 while the desk is closed.
   */
  event('WaitBegun', { request: z.string(), since: z.string(), position: z.int(), onDuty: z.int() }),
  /** A mediator is asked to join until an instant; whoever is faster may still. */
  event('DeskOffered', { request: z.string(), mediator: Mediator, until: z.string() }),
  /** They passed it on, and are not asked again before an instant. */
  event('OfferDeclined', { mediator: Mediator, until: z.string() }),
  /** They let the time for it pass, or are not there any more. */
  event('OfferLapsed', { mediator: Mediator }),
]);
export type DeskEvent = z.infer<typeof DeskEvent>;

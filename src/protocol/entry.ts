import { z } from 'zod';
import { Reply } from '../core/conversation/events.ts';

/** A file as the transcript shows it; its bytes are not on the wire. */
export const EntryFile = z.strictObject({
  id: z.string(),
  name: z.string(),
  mime: z.string(),
  /** Bytes. */
  size: z.int(),
});
export type EntryFile = z.infer<typeof EntryFile>;

/** One line of the transcript: something a person said or the bot answered. */
export const Entry = z.strictObject({
  /** Version of the event it was made from: rises along the transcript, the same in every delivery. */
  version: z.int(),
  /** ISO 8601 instant. */
  at: z.string(),
  from: z.enum(['user', 'bot']),
  /** The client's message id: of what was said, or of what is answered. */
  message: z.string().optional(),
  text: z.string().optional(),
  files: z.array(EntryFile).optional(),
  replies: z.array(Reply).optional(),
});
export type Entry = z.infer<typeof Entry>;

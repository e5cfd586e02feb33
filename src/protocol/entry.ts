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

/** Something the bot said, as it is shown: how it came by its words stays behind. */
export const ShownReply = Reply.omit({ phrasing: true }).extend({
  generated: z
    .literal(true)
    .optional()
    .describe("The words are a language model's; what they say is the bot's."),
});
export type ShownReply = z.infer<typeof ShownReply>;

/** What the system tells of a mediator: joins, leaves it to the bot, ends the talk, has the bot ask the next question. */
export const NOTICES = ['joined', 'left', 'ended', 'asks'] as const;

/** One line of the transcript: something that somebody said, or that the system tells. */
export const Entry = z.strictObject({
  /** Version of the event it was made from: rises along the transcript, the same in every delivery. */
  version: z.int(),
  /** ISO 8601 instant. */
  at: z.string(),
  from: z.enum(['user', 'bot', 'mediator', 'system']),
  /** Of the mediator who speaks, or who is spoken of. */
  name: z.string().optional(),
  notice: z.enum(NOTICES).optional(),
  /** A document that the mediator asks for. */
  wants: z.string().optional(),
  /** The client's message id: of what was said, or of what is answered. */
  message: z.string().optional(),
  text: z.string().optional(),
  files: z.array(EntryFile).optional(),
  replies: z.array(ShownReply).optional(),
});
export type Entry = z.infer<typeof Entry>;

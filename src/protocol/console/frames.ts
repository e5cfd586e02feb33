import { z } from 'zod';
import { DeadlineWarning } from '../../core/case/events.ts';
import { Mediator } from '../../core/conversation/events.ts';
import { Entry } from '../entry.ts';
import { InboxCounts, Offers } from './desk.ts';

/** What the console sends over the socket. */
export const ConsoleClientFrame = z.discriminatedUnion('type', [
  /** Opens a conversation in the place of the one before: its entries above a version follow, now and from now on. */
  z.strictObject({
    type: z.literal('watch'),
    conversation: z.string().max(200),
    after: z.int().min(0),
  }),
  z.strictObject({ type: z.literal('leave') }),
  /** The mediator is writing to the person; never what. */
  z.strictObject({ type: z.literal('typing') }),
  z.strictObject({ type: z.literal('ping') }),
]);
export type ConsoleClientFrame = z.infer<typeof ConsoleClientFrame>;

/** What the server sends to the console. */
export const ConsoleServerFrame = z.discriminatedUnion('type', [
  /** First of all, and whenever lists may have changed: they are to be read again. */
  z.strictObject({ type: z.literal('inbox'), counts: InboxCounts, offers: Offers }),
  /** Answers `watch`, and goes on. `cursor` is the version to `watch` from next time. */
  z.strictObject({
    type: z.literal('entries'),
    conversation: z.string(),
    entries: z.array(Entry),
    cursor: z.int(),
  }),
  /** What is known of the watched conversation, or done about it, has changed: it is to be read again. */
  z.strictObject({ type: z.literal('changed'), conversation: z.string() }),
  /** Who has the watched conversation open, oneself among them. */
  z.strictObject({ type: z.literal('present'), conversation: z.string(), staff: z.array(Mediator) }),
  /** The person is writing. */
  z.strictObject({ type: z.literal('typing'), conversation: z.string() }),
  /** Little time is left for something due in a conversation that one looks after, or that nobody does. */
  z.strictObject({ type: z.literal('deadline'), conversation: z.string(), warning: DeadlineWarning }),
  /** The watched conversation is not there, or not for this mediator, or not any more. */
  z.strictObject({ type: z.literal('gone'), conversation: z.string() }),
  z.strictObject({ type: z.literal('malformed') }),
  z.strictObject({ type: z.literal('pong') }),
]);
export type ConsoleServerFrame = z.infer<typeof ConsoleServerFrame>;

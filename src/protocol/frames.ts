import { z } from 'zod';
import { REFUSALS } from '../core/conversation/events.ts';
import { Language } from '../core/knowledge/localized.ts';
import { MAX_FILES_A_MESSAGE, MAX_TEXT } from './agreed.ts';
import { Entry } from './entry.ts';

/** What a person sends. `id` is the same in every repetition, so that a message sent twice is answered once. */
export const SaidMessage = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  text: z.string().max(MAX_TEXT),
  /** Value of the button that was pressed. */
  choice: z.string().max(200).optional(),
  /** Ids of files uploaded before. */
  evidence: z.array(z.string().max(200)).max(MAX_FILES_A_MESSAGE).optional(),
  /** Files that were not taken. */
  refusals: z
    .array(z.strictObject({ name: z.string().max(200), reason: z.enum(REFUSALS) }))
    .max(MAX_FILES_A_MESSAGE)
    .optional(),
});
export type SaidMessage = z.infer<typeof SaidMessage>;

/** What the widget sends over the socket. */
export const ClientFrame = z.discriminatedUnion('type', [
  /** Goes on with a conversation: all entries above version `after` follow, now and from now on. */
  z.strictObject({
    type: z.literal('hello'),
    conversation: z.string().max(200),
    token: z.string().max(500),
    after: z.int().min(0),
  }),
  z.strictObject({ type: z.literal('open'), language: Language }),
  z.strictObject({ type: z.literal('say'), message: SaidMessage }),
  /** The person is writing to a mediator; never what. Only to a server that has told of a mediator (`handoff`). */
  z.strictObject({ type: z.literal('typing') }),
  z.strictObject({ type: z.literal('ping') }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

/** How long somebody who waits for a person has to expect to wait; never a promise. */
export const Expected = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('minutes'), minutes: z.int().min(1) }),
  z.strictObject({ kind: z.literal('unknown') }),
  /** `opensAt`: ISO 8601 instant; `isProvisional`: a holiday it depends on is not announced yet. */
  z.strictObject({
    kind: z.literal('closed'),
    opensAt: z.string().nullable(),
    isProvisional: z.boolean(),
  }),
]);
export type Expected = z.infer<typeof Expected>;

/** Who speaks with the person, or is waited for. `queue`: null as long as the place is not known; places are from 1. */
export const WithWhom = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('bot') }),
  z.strictObject({
    state: z.literal('waiting'),
    queue: z.strictObject({ place: z.int().min(1), expects: Expected }).nullable(),
  }),
  z.strictObject({ state: z.literal('mediator'), name: z.string() }),
]);
export type WithWhom = z.infer<typeof WithWhom>;

export const REFUSED_FRAMES = ['unknown-conversation', 'too-long', 'malformed', 'busy', 'not-saved'] as const;

/** What the server sends over the socket. */
export const ServerFrame = z.discriminatedUnion('type', [
  /** Answers `open`; `token` is told this once. Entries follow as after a `hello`. */
  z.strictObject({ type: z.literal('opened'), conversation: z.string(), token: z.string() }),
  /** Answers `hello`; `language` is the one the conversation is held in. */
  z.strictObject({ type: z.literal('welcome'), language: Language }),
  /**
   * `cursor` is the version to say `hello` with next time; it may be above the last entry's. `language` is told where
   * the conversation has changed to it, in whichever tab.
   */
  z.strictObject({
    type: z.literal('entries'),
    entries: z.array(Entry),
    cursor: z.int(),
    language: Language.optional(),
  }),
  /**
   * `id` names the message that was refused; without it the frame as a whole was. `busy` and `not-saved` hold for now
   * only: the same may be sent again, after `retryAfter` seconds where they are told.
   */
  z.strictObject({
    type: z.literal('refused'),
    id: z.string().optional(),
    reason: z.enum(REFUSED_FRAMES),
    retryAfter: z.int().min(1).optional(),
  }),
  /** The bot is working on an answer. */
  z.strictObject({ type: z.literal('typing') }),
  /** Told first where it is not the bot, and whenever it changes. */
  z.strictObject({ type: z.literal('handoff'), with: WithWhom }),
  /** The mediator who is there is writing; never what. */
  z.strictObject({ type: z.literal('mediator-typing') }),
  z.strictObject({ type: z.literal('pong') }),
]);
export type ServerFrame = z.infer<typeof ServerFrame>;

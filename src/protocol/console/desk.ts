import { z } from 'zod';
import { CaseEvidence, CaseFact, CaseFile, HandOverSheet } from '../../core/case/case-file.ts';
import { StatusReason } from '../../core/case/events.ts';
import { CaseOutcome } from '../../core/case/outcome.ts';
import { CaseStatus } from '../../core/case/status.ts';
import { Mediator } from '../../core/conversation/events.ts';
import { NoteText } from '../../core/desk/events.ts';
import { STANDINGS } from '../../core/desk/standing.ts';
import { Language } from '../../core/knowledge/localized.ts';
import { SAFETY_KINDS } from '../../core/knowledge/lexicon.ts';
import { Entry } from '../entry.ts';
import { DeadlineView, PauseReason, PRESSING } from './deadlines.ts';
import { Id, Instant } from './staff.ts';

/** A mediator's word may be this long. */
const MOST_SAID = 5_000;

export const ConversationPath = z.strictObject({ id: Id });
export const CasePath = z.strictObject({ id: Id, number: z.string().regex(/^[\d-]{1,40}$/) });
export const FilePath = z.strictObject({ id: Id, file: Id });

/** The same in every repetition, so that what is sent twice is done once. */
export const OrderId = z.string().regex(/^[\w-]{1,64}$/);
export const Version = z.int().min(0).describe('The version it was decided on.');

/** What lists are narrowed by; all that is given must hold. @param days a whole number, as it comes */
export const inboxFilter = <D extends z.ZodType<number>>(days: D) => ({
  type: z.string().max(100).optional().describe('Negotiation type.'),
  standing: z.enum(STANDINGS).optional(),
  mediator: Id.optional().describe('Id of who looks after it; `nobody`.'),
  safety: z.enum(SAFETY_KINDS).optional(),
  dueWithin: days
    .refine(count => count >= -1 && count <= 366)
    .optional()
    .describe('Something is due within so many days, 0 being today, or was; -1: it was.'),
});

export const InboxQuestion = z.strictObject({
  view: z.enum(['waiting', 'mine', 'all', 'closed']),
  ...inboxFilter(z.coerce.number<string>().int()),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

const Offer = z
  .strictObject({ mediator: z.string().describe('Id of an account.'), until: Instant })
  .nullable()
  .describe('Who is asked to join, until when; anybody else may still be faster.');

export const InboxRow = z
  .strictObject({
    conversation: z.string(),
    standing: z.enum(STANDINGS),
    type: z.string().nullable().describe('Negotiation type.'),
    mediator: z.string().nullable().describe('Id of who looks after it.'),
    deadline: z.string().nullable().describe('Last day of the deadline that has to be seen to next.'),
    pressing: z.enum(PRESSING).nullable().describe('Whether that deadline has time; null without one.'),
    since: Instant,
    about: z.string().describe("What it is about, in the person's own words."),
    handoff: z.enum(['bot', 'requested', 'mediator']),
    safety: z.array(z.enum(SAFETY_KINDS)),
    cases: z.array(z.strictObject({ number: z.string(), status: CaseStatus })),
    offer: Offer,
  })
  .meta({ id: 'InboxRow' });
export type InboxRow = z.infer<typeof InboxRow>;

export const InboxAnswer = z.strictObject({
  rows: z.array(InboxRow),
  cursor: z.string().nullable().describe('Where the next page begins.'),
});
export type InboxAnswer = z.infer<typeof InboxAnswer>;

export const Offers = z
  .strictObject({
    at: Instant.describe('Now, by the clock of the server that the offers end by.'),
    inTurn: z
      .boolean()
      .describe('Whether whoever waits is offered to one after the other; otherwise everybody takes.'),
    rows: z.array(InboxRow),
  })
  .meta({ id: 'Offers' });
export type Offers = z.infer<typeof Offers>;

export const InboxCounts = z.strictObject({
  urgent: z.int(),
  waiting: z.int(),
  new: z.int(),
  open: z.int(),
  closed: z.int(),
  mine: z.int(),
});
export type InboxCounts = z.infer<typeof InboxCounts>;

export const Deed = z.strictObject({
  at: Instant,
  what: z.string().describe('Type of the event.'),
  by: z.string().nullable().describe('Name of who did it; null: the person, the bot or the clock.'),
  detail: z.string().nullable(),
});
export type Deed = z.infer<typeof Deed>;
export const History = z.strictObject({ deeds: z.array(Deed) });

export const Handoff = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('bot') }),
  z.strictObject({ state: z.literal('requested'), request: z.string(), isUnanswered: z.boolean() }),
  z.strictObject({
    state: z.literal('mediator'),
    mediator: Mediator,
    slot: z.string().nullable(),
    element: z.string().nullable(),
  }),
]);

export const Item = z
  .strictObject({
    conversation: z.string(),
    language: Language,
    zone: z.string(),
    standing: z.enum(STANDINGS),
    handoff: Handoff,
    offer: Offer,
    contact: z.string().nullable().describe('How the person wants to be reached.'),
    rating: z.int().nullable(),
    safety: z.array(z.enum(SAFETY_KINDS)),
    mediator: Mediator.nullable().describe('Who looks after it.'),
    deskVersion: z.int().describe('Name it when somebody is assigned.'),
    notes: z.array(z.strictObject({ id: z.string(), text: z.string(), by: Mediator, at: z.string() })),
    cases: z.array(
      z.strictObject({
        file: CaseFile,
        status: CaseStatus,
        deadlines: z.array(DeadlineView),
        version: z.int().describe('Name it in a change of the case.'),
      }),
    ),
    draft: z
      .strictObject({ sheet: HandOverSheet, facts: z.array(CaseFact) })
      .nullable()
      .describe('What is known so far, where nothing is filed yet.'),
    files: z.array(CaseEvidence),
    mayAsk: z.strictObject({
      slots: z.array(z.strictObject({ id: z.string(), label: z.string(), isKnown: z.boolean() })),
      elements: z.array(z.strictObject({ id: z.string(), label: z.string(), files: z.int() })),
    }),
  })
  .meta({ id: 'Item' });
export type Item = z.infer<typeof Item>;

export const TranscriptQuestion = z.strictObject({ after: z.coerce.number().int().min(0).default(0) });
export const TranscriptAnswer = z.strictObject({ entries: z.array(Entry), cursor: z.int() });

const id = { id: OrderId };
export const AcceptOrder = z.strictObject({
  ...id,
  instead: z.boolean().default(false).describe('Also where another mediator is there.'),
});
export const PlainOrder = z.strictObject(id);
export const SayOrder = z.strictObject({ ...id, text: z.string().trim().min(1).max(MOST_SAID) });
export const SlotOrder = z.strictObject({ ...id, slot: z.string().max(100) });
export const FileOrder = z.strictObject({
  ...id,
  what: z.string().trim().min(1).max(200).describe('What is asked for, in words.'),
  element: z.string().max(100).nullable().default(null),
});
export const AnswerOrder = z.strictObject({ ...id, faq: z.string().max(100) });
export const NoteOrder = z.strictObject({ ...id, text: NoteText });
export const AssignOrder = z.strictObject({
  ...id,
  mediator: Id.nullable().describe('Id of an account; null: nobody looks after it.'),
  version: Version,
});
export const StatusOrder = z.strictObject({
  ...id,
  status: CaseStatus,
  reason: StatusReason.default(''),
  outcome: CaseOutcome.optional().describe('What came of it, where it is closed.'),
  version: Version,
});
export const DeadlineOrder = z.strictObject({ ...id, version: Version });
export const PauseOrder = z.strictObject({ ...id, version: Version, reason: PauseReason });
export const Changed = z.strictObject({ version: z.int() });

import type { CaseEvidence, CaseFact, CaseFile, HandOverSheet } from '../core/case/case-file.ts';
import type { CaseRefusal } from '../core/case/decide.ts';
import type { CaseOutcome } from '../core/case/outcome.ts';
import type { CaseStatus } from '../core/case/status.ts';
import type { Mediator } from '../core/conversation/events.ts';
import type { Handoff } from '../core/conversation/state.ts';
import type { Look } from '../core/desk/events.ts';
import type { Standing } from '../core/desk/standing.ts';
import type { MayAsk } from '../core/dialogue/draft-sheet.ts';
import type { CommandRefusal } from '../core/dialogue/take-command.ts';
import type { Language } from '../core/knowledge/localized.ts';
import type { SafetyKind } from '../core/knowledge/lexicon.ts';
import type { StoredEvent } from '../stores/store.ts';
import type { DeadlineChange, DeadlineView, Pressing } from './deadlines.ts';
import type { SearchPage, SearchQuery } from './search.ts';

export type { DeadlineChange } from './deadlines.ts';

export const VIEWS = ['waiting', 'mine', 'all', 'closed'] as const;
export type View = (typeof VIEWS)[number];

/** What lists are narrowed by; all that is given must hold. */
export interface InboxFilter {
  /** Negotiation type. */
  type?: string;
  standing?: Standing;
  /** Staff id of who looks after it; null: nobody. */
  mediator?: string | null;
  safety?: SafetyKind;
  /** Something is due on or before that many days from now, or has been; 0: today. */
  dueWithin?: number;
}

export interface InboxQuery extends InboxFilter {
  view: View;
  /** Whose `mine` is. */
  by: Mediator;
  /** Staff id: only what nobody else looks after; null: whatever anybody does. */
  onlyOf: string | null;
  /** Given back by the page before; null for the first. */
  cursor: string | null;
  limit: number;
}

/** A conversation as one line of the inbox. Instants in ISO 8601 in UTC. */
export interface InboxRow {
  conversation: string;
  standing: Standing;
  type: string | null;
  /** Staff id of who looks after it. */
  mediator: string | null;
  /** Last day of the deadline that has to be seen to next, YYYY-MM-DD. */
  deadline: string | null;
  /** Null without a deadline. */
  pressing: Pressing | null;
  since: string;
  /** What it is about, in one line. */
  about: string;
  handoff: Handoff['state'];
  safety: SafetyKind[];
  cases: { number: string; status: CaseStatus }[];
  /** Who is asked to join, until when; null: nobody. */
  offer: OfferView | null;
}

export interface OfferView {
  /** Staff id. */
  mediator: string;
  until: string;
}

/** What is offered to one mediator. */
export interface Offers {
  /** As of this instant by the clock of the server. */
  at: string;
  /** Whether those who wait are offered in turn; otherwise everybody takes from the inbox. */
  inTurn: boolean;
  rows: InboxRow[];
}

export interface InboxPage {
  rows: InboxRow[];
  cursor: string | null;
}

export interface NoteView {
  id: string;
  text: string;
  by: Mediator;
  at: string;
}

export interface FiledCaseView {
  file: CaseFile;
  status: CaseStatus;
  deadlines: DeadlineView[];
  /** A change names the version it was decided on. */
  version: number;
}

/** All that is known of a conversation, for those who work on it. */
export interface Item {
  conversation: string;
  language: Language;
  zone: string;
  standing: Standing;
  handoff: Handoff;
  /** Who is asked to join, until when; null: nobody. */
  offer: OfferView | null;
  contact: string | null;
  rating: number | null;
  safety: SafetyKind[];
  /** Who looks after it; a change names the version it was decided on. */
  mediator: Mediator | null;
  deskVersion: number;
  notes: NoteView[];
  /** Latest last. */
  cases: FiledCaseView[];
  /** What is known so far, where nothing is filed yet; null where it is not even known what it is about. */
  draft: { sheet: HandOverSheet; facts: CaseFact[] } | null;
  /** Files sent, whether or not with a message, in the order in which they came. */
  files: CaseEvidence[];
  mayAsk: MayAsk;
}

/** One thing that somebody did, in the order in which it happened. */
export interface Deed {
  at: string;
  /** Type of the event. */
  what: string;
  /** Name of who did it; null where it was the person, the bot or the clock. */
  by: string | null;
  /** What it was done to or with: a status, a slot, a file. */
  detail: string | null;
}

/** What is done by whom to what: the talk, what staff know of it, or one of its cases. */
export type OrderKind = 'order' | 'decline' | 'note' | 'assign' | 'status' | 'deadline';

/** An order as whoever gave it names it. */
export interface OrderName {
  kind: OrderKind;
  id: string;
  by: Mediator;
  /** Of the case, where it is about one. */
  number: string | null;
}

/** What a mediator wants of the talk. `id`: carried out once, however often it is sent. */
export type TalkOrder = { id: string; by: Mediator } & (
  | { command: 'accept'; instead: boolean }
  | { command: 'return' }
  | { command: 'close' }
  | { command: 'say'; text: string }
  | { command: 'ask-slot'; slot: string }
  | { command: 'ask-file'; what: string; element: string | null }
  | { command: 'insert-answer'; faq: string }
);

/** `id`: carried out once, however often it is sent. `version`: of the case, on which it was decided. */
export interface StatusChange {
  id: string;
  status: CaseStatus;
  reason: string;
  /** What came of it, where it is closed and somebody says so. */
  outcome?: CaseOutcome | undefined;
  by: Mediator;
  version: number;
}

/** `stale`: somebody else changed it since `version`; what was done meanwhile stands in `since`. */
export type Done<R extends string> =
  | { done: true; version: number }
  | { done: false; refused: R; version: number }
  | { done: false; refused: 'stale'; version: number; since: Deed[] };

/** What the console may ask of Parley. Everything rejects with `UnknownConversation` where staff may see none. */
export interface Desk {
  /** Null for a cursor that no page gave. */
  inbox(query: InboxQuery): Promise<InboxPage | null>;
  /** Conversations by words that were said or noted in them. Null for a cursor that no page gave. */
  search(query: SearchQuery): Promise<SearchPage | null>;
  /** Who looks after a conversation and who else is asked to join it; null where there is none that staff may see. */
  holder(conversation: string): Promise<{ mediator: string | null; asked: string | null } | null>;
  /**
   * Calls `listener` with every event of the talk above a version, in order, each once, now and from now on, and `gone`
   * once when it is erased. Returns how to stop.
   */
  follow(
    conversation: string,
    after: number,
    listener: (events: StoredEvent[]) => void,
    gone: () => void,
  ): Promise<() => void>;
  /** Calls `listener` whenever what staff or the case's life have changed about a conversation. Returns how to stop. */
  followDesk(conversation: string, listener: () => void): Promise<() => void>;
  /** The events of the talk above a version. */
  events(conversation: string, after: number): Promise<StoredEvent[]>;
  /** How many there are, by where they stand, and how many this mediator looks after. */
  counts(by: Mediator): Promise<Record<Standing, number> & { mine: number }>;
  /** What this mediator is asked to join. */
  offers(by: Mediator): Promise<Offers>;
  /** Passes on what this mediator is offered. `id`: carried out once, however often it is sent. */
  decline(conversation: string, order: { id: string; by: Mediator }): Promise<Done<'not-offered'>>;
  /** How many talks each mediator is in now, by staff id; who is in none is not there. */
  loads(): Promise<ReadonlyMap<string, number>>;
  item(conversation: string): Promise<Item>;
  history(conversation: string): Promise<Deed[]>;
  talk(conversation: string, order: TalkOrder): Promise<Done<CommandRefusal>>;
  note(conversation: string, note: { id: string; text: string; by: Mediator }): Promise<void>;
  assign(
    conversation: string,
    change: { id: string; mediator: Mediator | null; by: Mediator; version: number },
  ): Promise<Done<never>>;
  changeStatus(number: string, change: StatusChange): Promise<Done<CaseRefusal>>;
  changeDeadline(number: string, change: DeadlineChange): Promise<Done<CaseRefusal>>;
  /** The version that an order of the past led to; null where none was carried out under that name. */
  carriedOut(conversation: string, order: OrderName): Promise<number | null>;
  /** Notes that somebody has looked; repeated looks within a while are one. */
  looked(conversation: string, look: { at: Look; file: string | null; by: Mediator }): Promise<void>;
}

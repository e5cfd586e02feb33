import { UnknownConversation } from '../../channels/channel.ts';
import type { Deed, FiledCaseView, Item, OfferView } from '../../console/desk.ts';
import type { DeadlineView } from '../../console/deadlines.ts';
import type { Calendar } from '../../core/calendar/calendar.ts';
import { deadlinesOf } from '../../core/case/deadlines.ts';
import type { Case } from '../../core/case/evolve.ts';
import { passedDays } from '../../core/case/passed-days.ts';
import type { ConversationEvent } from '../../core/conversation/events.ts';
import { conversationOf } from '../../core/conversation/evolve.ts';
import type { Conversation } from '../../core/conversation/state.ts';
import type { DeskEvent } from '../../core/desk/events.ts';
import { type Desk, deskOf, offerFor } from '../../core/desk/evolve.ts';
import { standingOf } from '../../core/desk/standing.ts';
import { draftSheet, mayAsk } from '../../core/dialogue/draft-sheet.ts';
import { filesSent } from '../../core/dialogue/files-sent.ts';
import type { Knowledge } from '../../core/knowledge/knowledge.ts';
import { dayIn, daysBetween } from '../../core/language/day.ts';
import type { Store, StoredEvent } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import { loadCase } from '../load-case.ts';
import { caseStream, conversationStream, deskStream } from '../streams.ts';
import { deedsIn } from './deeds.ts';

export interface DeskReader {
  store: Store;
  knowledge: Knowledge;
  clock: Clock;
  calendar: Calendar;
}

export interface Shared {
  state: Conversation;
  events: StoredEvent<ConversationEvent>[];
}

/** A conversation's events and state; null where its person has allowed nobody to read along. */
export async function findShared(store: Store, conversation: string): Promise<Shared | null> {
  const events = (await store.read(conversationStream(conversation))) as StoredEvent<ConversationEvent>[];
  const state = conversationOf(events.map(stored => stored.event));
  return state.sharedWith === null ? null : { state, events };
}

/** As `findShared`. @throws UnknownConversation where that is null */
export async function readShared(store: Store, conversation: string): Promise<Shared> {
  const shared = await findShared(store, conversation);
  if (!shared) throw new UnknownConversation('no conversation that staff may see');
  return shared;
}

export async function itemOf(reader: DeskReader, conversation: string): Promise<Item> {
  const { store, knowledge, clock } = reader;
  const { state, events } = await readShared(store, conversation);
  const deskEvents = (await store.read(deskStream(conversation))) as StoredEvent<DeskEvent>[];
  const desk = deskOf(deskEvents.map(stored => stored.event));
  const cases = await casesOf(store, state);
  const standing = standingOf(
    state,
    desk,
    cases.map(one => one.state),
  );
  if (standing === null) throw new UnknownConversation('no conversation that staff may see');
  const { language, zone, handoff, contact, rating, safety } = state;
  const noteTimes = new Map(
    deskEvents.flatMap(({ at, event }) => (event.type === 'NoteAdded' ? [[event.note, at] as const] : [])),
  );
  return {
    ...{ conversation, language, zone, standing, handoff, contact, safety },
    rating: rating === 'asked' ? null : rating,
    offer: offerIn(desk, handoff, clock.now()),
    mediator: desk.mediator,
    deskVersion: deskEvents.at(-1)?.version ?? 0,
    notes: desk.notes.map(note => ({ ...note, at: noteTimes.get(note.id) ?? '' })),
    cases: cases.flatMap(({ state, version }): FiledCaseView[] =>
      state.file
        ? [{ file: state.file, status: state.status, deadlines: deadlineViews(reader, state), version }]
        : [],
    ),
    draft: state.case ? null : draftSheet(events, knowledge, clock.now()),
    files: filesSent(
      events,
      state,
      cases.flatMap(one => one.state.file?.evidence ?? []),
      knowledge,
    ),
    mayAsk: mayAsk(state, knowledge, clock.now()),
  };
}

function deadlineViews({ calendar, clock }: DeskReader, state: Case): DeadlineView[] {
  const today = dayIn(state.file?.zone ?? 'UTC', clock.now());
  return deadlinesOf(state, calendar, today).map(({ skipped: _, warnOn: __, ...deadline }) => ({
    ...deadline,
    daysLeft: daysBetween(today, deadline.extendedTo ?? deadline.due),
    passed: passedDays(deadline, calendar),
  }));
}

export function offerIn(desk: Desk, handoff: Conversation['handoff'], now: string): OfferView | null {
  const offer = handoff.state === 'requested' ? offerFor(desk, handoff.request, now) : null;
  return offer && { mediator: offer.mediator.id, until: offer.until };
}

export async function historyOf(store: Store, conversation: string): Promise<Deed[]> {
  const { state, events } = await readShared(store, conversation);
  const cases = await Promise.all(state.filed.map(({ number }) => store.read(caseStream(number))));
  const deskEvents = await store.read(deskStream(conversation));
  return deedsIn([...events, ...deskEvents, ...cases.flat()], { ...state.storedBefore, ...state.stored });
}

export const casesOf = (store: Store, { filed }: Conversation): Promise<{ state: Case; version: number }[]> =>
  Promise.all(filed.map(({ number }) => loadCase(store, number)));

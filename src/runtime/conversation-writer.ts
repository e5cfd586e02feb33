import { type TurnOutcome, UnknownConversation } from '../channels/channel.ts';
import type { CaseStatus } from '../core/case/status.ts';
import type { ConversationEvent } from '../core/conversation/events.ts';
import type { Conversation } from '../core/conversation/state.ts';
import type { DeskHours, Moment } from '../core/dialogue/moment.ts';
import type { EvidenceLimits } from '../evidence/evidence-store.ts';
import type { Store, StoredEvent } from '../stores/store.ts';
import { caseNumber } from './case-number.ts';
import type { Clock } from './clock.ts';
import { commit, Erased } from './commit.ts';
import type { Feed } from './feed.ts';
import { loadCase } from './load-case.ts';
import type { Loaded, LoadedConversations } from './loaded-conversations.ts';
import type { Outbox } from './reactions/outbox.ts';
import { conversationStream } from './streams.ts';

export interface WriterParts {
  store: Store;
  clock: Clock;
  feed: Feed;
  loaded: LoadedConversations;
  outbox: Outbox;
  limits: EvidenceLimits;
  receiver: string;
  answerWithinDays: number;
  /** When mediators are there, as of an instant. */
  hours: (now: string) => DeskHours;
}

export interface ConversationWriter {
  /** What is at hand of a conversation. @throws UnknownConversation */
  known(conversation: string): Promise<Loaded>;
  /**
   * Stores what `decide` decides on the newest version, once for each cause, and lets everybody see it.
   * @throws UnknownConversation also where it was erased
   */
  write(
    conversation: string,
    cause: string,
    decide: (before: Conversation) => Promise<ConversationEvent[]>,
  ): Promise<TurnOutcome>;
  /**
   * As `write`, for what may decide that there is nothing to do or may refuse: it decides on all that any process has
   * written until now, since no version that is stored would show that it knew less.
   */
  order(
    conversation: string,
    cause: string,
    decide: (before: Conversation) => Promise<ConversationEvent[]>,
  ): Promise<TurnOutcome>;
  /** Lets everybody see what was stored. */
  publish(events: StoredEvent[]): void;
  /** What a decision may know of the world now. */
  moment(state: Conversation): Promise<Moment>;
}

/** The one way in which anybody writes into a conversation: load, decide, commit, and only then let it be seen. */
export function conversationWriter(parts: WriterParts): ConversationWriter {
  const { store, clock, feed, loaded, outbox } = parts;

  async function known(conversation: string): Promise<Loaded> {
    const entry = await loaded.load(conversation);
    if (!entry.state.started) throw new UnknownConversation(`there is no conversation ${conversation}`);
    return entry;
  }

  function publish(events: StoredEvent[]): void {
    feed.publish(events);
    outbox.wake();
  }

  async function write(
    conversation: string,
    cause: string,
    decide: (before: Conversation) => Promise<ConversationEvent[]>,
  ): Promise<TurnOutcome> {
    let before = await known(conversation);
    const to = {
      stream: conversationStream(conversation),
      owner: conversation,
      cause,
      at: clock.now(),
    };
    const { events, repeated } = await commit(store, to, async attempt => {
      if (attempt > 0) {
        loaded.forget(conversation);
        before = await known(conversation);
      }
      return { expectedVersion: before.version, events: await decide(before.state) };
    }).catch((error: unknown) => {
      if (!(error instanceof Erased)) throw error;
      loaded.forget(conversation);
      throw new UnknownConversation(`the conversation ${conversation} was erased`);
    });
    if (repeated) return { events, state: (await known(conversation)).state };
    const after = loaded.advance(conversation, before, events);
    publish(events);
    return { events, state: after.state };
  }

  async function order(...[conversation, cause, decide]: Parameters<typeof write>): Promise<TurnOutcome> {
    await loaded.loadNewest(conversation);
    return write(conversation, cause, decide);
  }

  async function caseStatus(state: Conversation): Promise<CaseStatus | null> {
    const filed = state.filed.at(-1);
    if (!filed) return null;
    return (await loadCase(store, filed.number)).state.status;
  }

  async function moment(state: Conversation): Promise<Moment> {
    const now = clock.now();
    return {
      now,
      freshCaseNumber: caseNumber(state.zone, now),
      receiver: parts.receiver,
      answerWithinDays: parts.answerWithinDays,
      limits: parts.limits,
      caseStatus: await caseStatus(state),
      desk: parts.hours(now),
    };
  }

  return { known, write, order, publish, moment };
}

import { caseOf } from '../core/case/evolve.ts';
import type { CaseEvent } from '../core/case/events.ts';
import { conversationOf } from '../core/conversation/evolve.ts';
import type { EvidenceStore } from '../evidence/evidence-store.ts';
import type { Store } from '../stores/store.ts';
import { eraseConversation } from './erasure.ts';
import { conversationEvents } from './loaded-conversations.ts';
import { CONVERSATION, caseStream, conversationStream } from './streams.ts';

/** Days after which a conversation is erased; null: never. */
export interface Retention {
  /** Since its last event, where no case was filed. */
  unfiledDays: number | null;
  /** Since its last event and since the last of its cases was closed. */
  closedDays: number | null;
}

/** A conversation that is to be erased, and by which of the two. */
export interface Due {
  conversation: string;
  because: keyof Retention;
}

/** Conversations looked at in one step. */
const STEP = 200;
const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * One step of looking for what is to be erased: at most so many conversations, oldest first.
 * @param now instant, ISO 8601 in UTC
 * @param from what the step before gave back as `next`; null at the start
 * @returns `next`: where to go on; null at the end
 */
export async function dueStep(
  store: Store,
  retention: Retention,
  now: string,
  from: string | null,
): Promise<{ due: Due[]; next: string | null }> {
  const days = Object.values(retention).filter(one => one !== null);
  if (days.length === 0) return { due: [], next: null };
  const before = daysBefore(now, Math.min(...days));
  const idle = await store.idle(CONVERSATION, { from, before }, STEP);
  const due: Due[] = [];
  for (const { owner } of idle) {
    const because = await dueBecause(store, retention, now, owner);
    if (because) due.push({ conversation: owner, because });
  }
  return { due, next: idle.length < STEP ? null : after(idle.at(-1)?.at ?? before, from) };
}

/** Erases a conversation that is past its time, unless somebody has spoken since it was looked at. True where it did. */
export const eraseDue = (
  store: Store,
  evidence: EvidenceStore,
  { conversation, retention, now }: { conversation: string; retention: Retention; now: string },
): Promise<boolean> =>
  eraseConversation(store, evidence, {
    conversation,
    by: 'retention',
    at: now,
    isStillWanted: async () => (await dueBecause(store, retention, now, conversation)) !== null,
  });

/** Whether a conversation is to be erased, and why; null where it is not, or not any more. */
async function dueBecause(
  store: Store,
  { unfiledDays, closedDays }: Retention,
  now: string,
  conversation: string,
): Promise<keyof Retention | null> {
  const events = await store.read(conversationStream(conversation));
  const last = events.at(-1);
  if (!last || last.event.type === 'ConversationErased') return null;
  const { filed } = conversationOf(conversationEvents(events));
  if (filed.length === 0) return isOlder(last.at, unfiledDays, now) ? 'unfiledDays' : null;
  if (!isOlder(last.at, closedDays, now)) return null;
  for (const { number } of filed) if (!isOlder(await closedAt(store, number), closedDays, now)) return null;
  return 'closedDays';
}

/** When a case was closed; null where it is not. */
async function closedAt(store: Store, number: string): Promise<string | null> {
  const events = await store.read(caseStream(number));
  const { status } = caseOf(events.map(stored => stored.event as CaseEvent));
  return status === 'closed' ? (events.at(-1)?.at ?? null) : null;
}

const isOlder = (at: string | null, days: number | null, now: string): boolean =>
  at !== null && days !== null && at < daysBefore(now, days);

const daysBefore = (now: string, days: number): string =>
  new Date(Date.parse(now) - days * DAY_MS).toISOString();

/** So many conversations of one instant that a step sees no other are not looked at again: the next step goes past them. */
const after = (at: string, from: string | null): string =>
  at === from ? new Date(Date.parse(at) + 1).toISOString() : at;

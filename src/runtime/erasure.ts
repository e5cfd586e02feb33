import type { ConversationEvent } from '../core/conversation/events.ts';
import { conversationOf } from '../core/conversation/evolve.ts';
import type { EvidenceStore } from '../evidence/evidence-store.ts';
import type { Store } from '../stores/store.ts';
import { commit } from './commit.ts';
import { FactNoter } from './figures/fact-noter.ts';
import { factsIn } from './figures/facts-in.ts';
import { conversationEvents } from './loaded-conversations.ts';
import { caseStream, conversationStream, deskStream } from './streams.ts';

/** What ordered an erasure; it stays readable in the stream. */
export type ErasedBy = 'command' | 'retention';

/** What there is of a conversation, told without anything of the person. */
export interface Erasable {
  conversation: string;
  /** Number of its events. */
  events: number;
  /** Numbers of the cases filed in it. */
  cases: string[];
  /** Number of files sent in it. */
  files: number;
}

/** What an erasure would destroy; null where there is no such conversation, or not any more. */
export async function erasable(store: Store, conversation: string): Promise<Erasable | null> {
  const events = conversationEvents(await store.read(conversationStream(conversation)));
  const isLeft = events.length > 0 && events.at(-1)?.type !== 'ConversationErased';
  return isLeft
    ? { conversation, events: events.length, cases: casesIn(events), files: filesIn(events) }
    : null;
}

export interface ErasureOrder {
  conversation: string;
  by: ErasedBy;
  /** Instant, ISO 8601 in UTC. */
  at: string;
  /** Asked at the very end, and again when somebody has spoken meanwhile; without it the order stands. */
  isStillWanted?: () => Promise<boolean>;
}

/**
 * Erases a conversation with its cases and evidence, for good. First its last event is written: whoever decided on an
 * earlier version loses the race, so nothing comes after it, and a reaction finishes what this process leaves undone.
 * @returns false where it was not wanted any more
 */
export async function eraseConversation(
  store: Store,
  evidence: EvidenceStore,
  { conversation, by, at, isStillWanted = async () => true }: ErasureOrder,
): Promise<boolean> {
  const stream = conversationStream(conversation);
  let isOrdered = false;
  await commit(store, { stream, owner: conversation, cause: `erase:${by}`, at }, async () => {
    const events = await store.read(stream);
    const last = events.at(-1);
    const isNoted = !last || last.event.type === 'ConversationErased';
    isOrdered = isNoted || (await isStillWanted());
    const order: ConversationEvent[] = isNoted || !isOrdered ? [] : [{ type: 'ConversationErased' }];
    return { expectedVersion: last?.version ?? 0, events: order };
  });
  if (isOrdered) await destroyData(store, evidence, conversation);
  return isOrdered;
}

/**
 * Destroys what a conversation has stored, after its last event was written. Called again, it finishes what is left.
 * What it counts for in the figures is noted first, which is ids, kinds and instants and nothing of the person. The key
 * goes last, for it opens what tells which cases there are.
 */
export async function destroyData(
  store: Store,
  evidence: EvidenceStore,
  conversation: string,
): Promise<void> {
  const stream = conversationStream(conversation);
  const events = await store.read(stream);
  const cases = casesIn(conversationEvents(events)).map(caseStream);
  const ofCases = await Promise.all(cases.map(one => store.read(one)));
  await new FactNoter(store).note(await factsIn([...events, ...ofCases.flat()], store));
  const streams = [stream, deskStream(conversation), ...cases];
  for (const one of streams) await store.queue.remove(one);
  await evidence.erase(conversation);
  await store.erase(conversation, streams);
  // A file may have come in, and a line been written anew, until there was no key any more.
  for (const one of streams) await store.queue.remove(one);
  await evidence.erase(conversation);
}

/** Cases filed before the end, which itself makes the state forget them. */
const casesIn = (events: ConversationEvent[]): string[] =>
  conversationOf(events.filter(event => event.type !== 'ConversationErased')).filed.map(one => one.number);

const filesIn = (events: ConversationEvent[]): number =>
  events.filter(event => event.type === 'EvidenceStored').length;

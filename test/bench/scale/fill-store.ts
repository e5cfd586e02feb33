import type { ConversationEvent } from '../../../src/core/conversation/events.ts';
import type { Mind } from '../../../src/core/dialogue/mind.ts';
import { conversationStream } from '../../../src/runtime/streams.ts';
import type { Store } from '../../../src/stores/store.ts';
import { runtimeOver } from '../runtime-over.ts';
import { talk } from '../talk.ts';
import { moment, talkEvents } from '../talk-events.ts';

/** Conversations that are written at the same time: they share their syncs to disk. */
const AT_A_TIME = 1_000;

/** How many messages each of twenty people sends: most look in and leave, some begin to tell, one files a case. */
const MESSAGES_OF_TWENTY = [
  ...Array<number>(12).fill(0),
  ...Array<number>(5).fill(1),
  ...Array<number>(2).fill(3),
  talk.length,
];

export const conversationAt = (index: number): string => `stored-${index}`;

/** Fills a store with conversations, and carries out what follows from them, as if their people had been here. */
export async function fillStore(store: Store, mind: Mind, count: number): Promise<void> {
  const turns = talkEvents(mind);
  for (let start = 0; start < count; start += AT_A_TIME) {
    const indices = Array.from({ length: Math.min(AT_A_TIME, count - start) }, (_, at) => start + at);
    await Promise.all(indices.map(index => tell(store, turns, index)));
  }
  await runtimeOver(store, mind).stop();
}

async function tell(store: Store, turns: ConversationEvent[][], index: number): Promise<void> {
  const conversation = conversationAt(index);
  const messages = MESSAGES_OF_TWENTY[index % MESSAGES_OF_TWENTY.length] ?? 0;
  let expectedVersion = 0;
  for (const [at, events] of turns.slice(0, messages + 1).entries()) {
    const result = await store.append({
      stream: conversationStream(conversation),
      owner: conversation,
      expectedVersion,
      cause: at === 0 ? 'open' : `message:m${at - 1}`,
      at: moment.now,
      events: withCaseNumber(events, index),
    });
    if (result.outcome !== 'stored')
      throw new Error(`${conversation} could not be stored: ${result.outcome}`);
    expectedVersion += events.length;
  }
}

/** No two cases have the same number. */
function withCaseNumber(events: ConversationEvent[], index: number): ConversationEvent[] {
  if (!events.some(event => event.type === 'CaseFiled')) return events;
  const group = (part: number): string => String(part).padStart(5, '0');
  const number = `261124-${group(Math.floor(index / 100_000))}-${group(index % 100_000)}`;
  return JSON.parse(JSON.stringify(events).replaceAll(moment.freshCaseNumber, number)) as ConversationEvent[];
}

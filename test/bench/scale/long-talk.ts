import type { Mind } from '../../../src/core/dialogue/mind.ts';
import type { Store } from '../../../src/stores/store.ts';
import { messagesOf } from '../messages-of.ts';
import { runtimeOver } from '../runtime-over.ts';

/** Has people ask one question after the other until their conversations have so many events, all at the same time. */
export async function talkUntil(store: Store, mind: Mind, people: number, events: number): Promise<string[]> {
  const { conversations, stop } = runtimeOver(store, mind);
  const questions = messagesOf(undefined, mind.knowledge);
  const person = async (_: unknown, at: number): Promise<string> => {
    const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'web' });
    for (let asked = 0, version = 0; version < events; asked++) {
      const text = questions[(at * 101 + asked * 7) % questions.length] ?? '';
      const turn = await conversations.receive(conversation, { id: `q${asked}`, text });
      version = turn.events.at(-1)?.version ?? version;
    }
    return conversation;
  };
  const talks = await Promise.all(Array.from({ length: people }, person));
  await stop();
  return talks;
}

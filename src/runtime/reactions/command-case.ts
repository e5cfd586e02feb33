import type { CaseEvent } from '../../core/case/events.ts';
import { type Case, emptyCase, evolveCase } from '../../core/case/evolve.ts';
import type { Store, StoredEvent } from '../../stores/store.ts';
import { commit } from '../commit.ts';
import { CONVERSATION, caseStream } from '../streams.ts';

/** Carries out a command on a case because of a conversation's event, once however often it is called. */
export async function commandCase(
  store: Store,
  because: StoredEvent,
  number: string,
  decide: (before: Case) => CaseEvent[],
): Promise<void> {
  const stream = caseStream(number);
  const cause = `${because.stream}@${because.version}`;
  const owner = because.stream.slice(CONVERSATION.length);
  await commit(store, { stream, owner, cause, at: because.at }, async () => {
    const events = await store.read(stream);
    const before = events.map(stored => stored.event as CaseEvent).reduce(evolveCase, emptyCase);
    return { expectedVersion: events.at(-1)?.version ?? 0, events: decide(before) };
  });
}

import { type CaseCommand, decideCase } from '../../core/case/decide.ts';
import type { Store, StoredEvent } from '../../stores/store.ts';
import { loadCase } from '../load-case.ts';
import { commit } from '../commit.ts';
import { CONVERSATION, caseStream } from '../streams.ts';

/**
 * Carries out a command on a case because of a conversation's event, once however often it is called.
 * @throws when the case refuses it, which may be because what comes before it has not been carried out yet
 */
export async function commandCase(
  store: Store,
  because: StoredEvent,
  number: string,
  command: CaseCommand,
): Promise<void> {
  const stream = caseStream(number);
  const cause = `${because.stream}@${because.version}`;
  const owner = because.stream.slice(CONVERSATION.length);
  await commit(store, { stream, owner, cause, at: because.at }, async () => {
    const { state, version } = await loadCase(store, number);
    const decision = decideCase(state, command);
    if ('refused' in decision)
      throw new Error(`${command.command} was refused by ${stream}: ${decision.refused}`);
    return { expectedVersion: version, events: decision.events };
  });
}

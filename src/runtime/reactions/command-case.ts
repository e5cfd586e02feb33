import { type CaseCommand, decideCase } from '../../core/case/decide.ts';
import type { Store, StoredEvent } from '../../stores/store.ts';
import { loadCase } from '../load-case.ts';
import { commit } from '../commit.ts';
import { caseStream } from '../streams.ts';

export interface CaseOrder {
  /** The event that brings it about: carried out once for each, however often it is ordered. */
  because: StoredEvent;
  conversation: string;
  number: string;
  command: CaseCommand;
}

/**
 * Carries out a command on a case because of an event.
 * @throws when the case refuses it, which may be because what comes before it has not been carried out yet
 */
export async function commandCase(
  store: Store,
  { because, conversation, number, command }: CaseOrder,
): Promise<void> {
  const stream = caseStream(number);
  const cause = `${because.stream}@${because.version}`;
  await commit(store, { stream, owner: conversation, cause, at: because.at }, async () => {
    const { state, version } = await loadCase(store, number);
    const decision = decideCase(state, command);
    if ('refused' in decision)
      throw new Error(`${command.command} was refused by ${stream}: ${decision.refused}`);
    return { expectedVersion: version, events: decision.events };
  });
}

import type { DeadlineCommand } from '../core/case/decide-deadline.ts';
import { decideCase } from '../core/case/decide.ts';
import type { Clock } from '../runtime/clock.ts';
import { commit } from '../runtime/commit.ts';
import { loadCase } from '../runtime/load-case.ts';
import { caseStream } from '../runtime/streams.ts';
import type { Store } from '../stores/store.ts';

/** Does something about a deadline of an open case. @throws where that is refused: a demo is planned */
export async function changeDeadline(
  store: Store,
  clock: Clock,
  number: string,
  command: DeadlineCommand,
): Promise<void> {
  const { file } = (await loadCase(store, number)).state;
  if (!file) throw new Error(`there is no case ${number}`);
  const cause = `demo:${command.command}:${command.deadline}`;
  const to = { stream: caseStream(number), owner: file.conversation, cause, at: clock.now() };
  await commit(store, to, async () => {
    const { state, version } = await loadCase(store, number);
    const decision = decideCase(state, command);
    if ('refused' in decision) throw new Error(`a deadline could not be changed: ${decision.refused}`);
    return { expectedVersion: version, events: decision.events };
  });
}

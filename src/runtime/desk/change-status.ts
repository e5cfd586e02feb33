import { UnknownConversation } from '../../channels/channel.ts';
import type { Desk, Done } from '../../console/desk.ts';
import { type CaseRefusal, decideCase } from '../../core/case/decide.ts';
import type { Store } from '../../stores/store.ts';
import { commit } from '../commit.ts';
import { loadCase } from '../load-case.ts';
import { caseStream } from '../streams.ts';
import { checkUnchanged } from './stale.ts';

/** Moves a case on, if nobody has since it was looked at. @throws Stale, and UnknownConversation where there is none */
export async function changeStatus(
  store: Store,
  now: string,
  number: string,
  { id, status, reason, outcome, by, version: seen }: Parameters<Desk['changeStatus']>[1],
): Promise<Done<CaseRefusal>> {
  const stream = caseStream(number);
  const { file } = (await loadCase(store, number)).state;
  if (!file) throw new UnknownConversation(`there is no case ${number}`);
  let refused: CaseRefusal | null = null;
  const to = { stream, owner: file.conversation, cause: `status:${by.id}:${id}`, at: now };
  await commit(store, to, async () => {
    const { state, version } = await loadCase(store, number);
    await checkUnchanged(store, { stream, cause: to.cause, seen });
    const came = outcome === undefined ? {} : { outcome };
    const decision = decideCase(state, { command: 'change-status', status, reason, ...came, by: by.name });
    refused = 'refused' in decision ? decision.refused : null;
    return { expectedVersion: version, events: 'events' in decision ? decision.events : [] };
  });
  const { version } = await loadCase(store, number);
  return refused === null ? { done: true, version } : { done: false, refused, version };
}

import { UnknownConversation } from '../../channels/channel.ts';
import type { DeadlineChange, Done, StatusChange } from '../../console/desk.ts';
import { type CaseCommand, type CaseRefusal, decideCase } from '../../core/case/decide.ts';
import type { DeadlineCommand } from '../../core/case/decide-deadline.ts';
import { dayIn } from '../../core/language/day.ts';
import type { Store, StreamEvent } from '../../stores/store.ts';
import { commit } from '../commit.ts';
import { loadCase } from '../load-case.ts';
import { caseStream } from '../streams.ts';
import { carryOut, causeOf } from './carry-out.ts';
import { checkUnchanged } from './stale.ts';

interface Change {
  /** Carried out once, however often it is given. */
  cause: string;
  /** The version it was decided on. */
  seen: number;
  isDecidedOn: (event: StreamEvent) => boolean;
  /** @param on today in the zone of the case, YYYY-MM-DD */
  command: (on: string) => CaseCommand;
}

/** Moves a case on, unless somebody has since it was looked at. Throws as `change`. */
export const changeStatus = (
  store: Store,
  now: string,
  number: string,
  { id, status, reason, outcome, by, version }: StatusChange,
): Promise<Done<CaseRefusal>> =>
  change(store, now, number, {
    cause: causeOf('status', by, id),
    seen: version,
    isDecidedOn: ({ type }) => type === 'CaseStatusChanged',
    command: () => ({
      command: 'change-status',
      ...{ status, reason, by: by.name },
      ...(outcome === undefined ? {} : { outcome }),
    }),
  });

/** Pauses, resumes or meets a deadline, unless somebody has done anything to it since it was looked at. Throws as `change`. */
export const changeDeadline = (
  store: Store,
  now: string,
  number: string,
  { id, deadline, by, version, ...what }: DeadlineChange,
): Promise<Done<CaseRefusal>> =>
  change(store, now, number, {
    cause: causeOf('deadline', by, id),
    seen: version,
    isDecidedOn: event =>
      event.type === 'CaseStatusChanged' ||
      ('deadline' in event && event.deadline === deadline && event.type !== 'DeadlineWarned'),
    command: (on): DeadlineCommand => ({ deadline, by: by.name, on, ...what }),
  });

/** @throws UnknownConversation where there is no such case */
function change(
  store: Store,
  now: string,
  number: string,
  { cause, seen, isDecidedOn, command }: Change,
): Promise<Done<CaseRefusal>> {
  const stream = caseStream(number);
  return carryOut(store, { stream, cause }, async () => {
    const { file } = (await loadCase(store, number)).state;
    if (!file) throw new UnknownConversation(`there is no case ${number}`);
    const wanted = command(dayIn(file.zone, now));
    let refused: CaseRefusal | null = null;
    await commit(store, { stream, owner: file.conversation, cause, at: now }, async () => {
      const { state, version } = await loadCase(store, number);
      await checkUnchanged(store, { stream, cause, seen }, isDecidedOn);
      const decision = decideCase(state, wanted);
      refused = 'refused' in decision ? decision.refused : null;
      return { expectedVersion: version, events: 'events' in decision ? decision.events : [] };
    });
    const { version } = await loadCase(store, number);
    return refused === null ? { done: true, version } : { done: false, refused, version };
  });
}

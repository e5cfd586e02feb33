import { nanoid } from 'nanoid';
import { type CaseCommand, type CaseRefusal, decideCase } from '../../core/case/decide.ts';
import { MediatorName, StatusReason } from '../../core/case/events.ts';
import { NEXT_STATUS } from '../../core/case/next-status.ts';
import type { CaseStatus } from '../../core/case/status.ts';
import type { Store } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import { commit } from '../commit.ts';
import { loadCase } from '../load-case.ts';
import { caseStream } from '../streams.ts';
import { existingCase } from './case-file.ts';
import { OperatorError } from './operator-error.ts';

export type CaseChange = Extract<
  CaseCommand,
  { command: 'change-status' | 'assign' | 'pause-deadline' | 'resume-deadline' | 'meet-deadline' }
>;

/** Carries out what an operator wants of a case, and says how it stands then. @throws OperatorError where it cannot be */
export async function changeCase(
  store: Store,
  number: string,
  given: CaseChange,
  clock: Clock,
): Promise<string> {
  const command = cleaned(given);
  const { file } = await existingCase(store, number);
  const to = {
    stream: caseStream(number),
    owner: file.conversation,
    cause: `command:${nanoid()}`,
    at: clock.now(),
  };
  await commit(store, to, async () => {
    const { state, version } = await loadCase(store, number);
    const decision = decideCase(state, command);
    if ('refused' in decision) throw new OperatorError(whyNot(decision.refused, number, state.status));
    return { expectedVersion: version, events: decision.events };
  });
  const { status, mediator } = (await existingCase(store, number)).shown;
  return `${number}  ${status}  ${mediator ?? 'nobody looks after it'}`;
}

function cleaned(given: CaseChange): CaseChange {
  const by = nameOf(given.by);
  if (given.command === 'assign') return { ...given, mediator: nameOf(given.mediator), by };
  if (!('reason' in given)) return { ...given, by };
  const reason = StatusReason.safeParse(given.reason);
  if (!reason.success) throw new OperatorError('a reason has at most 500 characters');
  return { ...given, reason: reason.data, by };
}

function nameOf(text: string): string {
  const name = MediatorName.safeParse(text);
  if (!name.success) throw new OperatorError('a name has 1 to 80 characters, without line ends');
  return name.data;
}

function whyNot(refusal: CaseRefusal, number: string, status: CaseStatus): string {
  switch (refusal) {
    case 'not-open':
      return `there is no case ${number}`;
    case 'closed':
      return `case ${number} is closed; take it up again first: npm run cases -- status ${number} in-progress`;
    case 'no-deadline':
      return `case ${number} has no such deadline; it has: npm run cases -- deadlines ${number}`;
    case 'fixed':
      return 'the person named this day; it is not ours to move';
    case 'met':
      return 'this deadline is met and does not run any more';
    case 'not-from-here':
      return `case ${number} is ${status}, and can only become ${NEXT_STATUS[status].join(' or ')}`;
  }
}

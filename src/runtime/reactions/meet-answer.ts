import type { StoredEvent } from '../../stores/store.ts';
import { conversationOf } from '../../core/conversation/evolve.ts';
import { dayIn } from '../../core/language/day.ts';
import { loadCase } from '../load-case.ts';
import { caseStream, CONVERSATION } from '../streams.ts';
import { commandCase } from './command-case.ts';
import { historyUpTo } from './history.ts';
import type { Reaction } from './reaction.ts';

const isMetEvent = ({ event }: StoredEvent): boolean =>
  event.type === 'DeadlineMet' && event.deadline === 'answer';

/**
 * The person was told to expect an answer: the first word of a mediator after the filing is one. A change of status is
 * none, for the person does not hear of it. Where somebody has said that it was no answer yet, it is met by hand only.
 */
export const meetAnswer: Reaction<'MediatorSaid'> = async (stored, { store }) => {
  const { filed } = conversationOf((await historyUpTo(stored, store)).map(one => one.event));
  const conversation = stored.stream.slice(CONVERSATION.length);
  for (const { number } of filed) {
    const { file, status } = (await loadCase(store, number)).state;
    if (status === 'closed' || (await store.read(caseStream(number))).some(isMetEvent)) continue;
    const on = dayIn(file?.zone ?? 'UTC', stored.at);
    const by = stored.event.mediator.name;
    const command = { command: 'meet-deadline', deadline: 'answer', by, on } as const;
    await commandCase(store, { because: stored, conversation, number, command });
  }
};

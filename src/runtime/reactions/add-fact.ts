import { conversationOf } from '../../core/conversation/evolve.ts';
import { caseFact } from '../../core/dialogue/hand-over.ts';
import { CONVERSATION } from '../streams.ts';
import { commandCase } from './command-case.ts';
import { historyUpTo } from './history.ts';
import type { Reaction } from './reaction.ts';

/** What was answered to a mediator joins the case that was filed before. */
export const addFact: Reaction<'AnswerForwarded'> = async (stored, { store, mind }) => {
  const state = conversationOf((await historyUpTo(stored, store)).map(one => one.event));
  const negotiation = mind.knowledge.negotiations.get(state.negotiation ?? '');
  const slot = negotiation?.slots.find(one => one.id === stored.event.slot);
  const fact = slot ? caseFact(slot, state, mind.knowledge) : null;
  if (!fact) return;
  const conversation = stored.stream.slice(CONVERSATION.length);
  const { number } = stored.event;
  await commandCase(store, { because: stored, conversation, number, command: { command: 'add-fact', fact } });
};

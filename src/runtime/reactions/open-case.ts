import { handOver } from '../../core/dialogue/hand-over.ts';
import { CONVERSATION } from '../streams.ts';
import { commandCase } from './command-case.ts';
import { historyUpTo } from './history.ts';
import type { Reaction } from './reaction.ts';

/** Filing opens a case, folded from the conversation as it was at that event. The number makes it idempotent. */
export const openCase: Reaction<'CaseFiled'> = async (stored, { store, mind }) => {
  const history = await historyUpTo(stored, store);
  const conversation = stored.stream.slice(CONVERSATION.length);
  const file = handOver(history, conversation, mind.knowledge);
  const { number } = stored.event;
  await commandCase(store, { because: stored, conversation, number, command: { command: 'open', file } });
};

import { decideCase } from '../../core/case/decide.ts';
import { handOver } from '../../core/dialogue/hand-over.ts';
import { conversationOf } from '../../core/conversation/evolve.ts';
import { conversationEvents } from '../loaded-conversations.ts';
import { CONVERSATION } from '../streams.ts';
import { commandCase } from './command-case.ts';
import type { Reaction } from './reaction.ts';

/** Filing opens a case, folded from the conversation as it was at that event. The number makes it idempotent. */
export const openCase: Reaction<'CaseFiled'> = async (stored, { store, mind }) => {
  const events = await store.read(stored.stream);
  const state = conversationOf(conversationEvents(events.filter(one => one.version <= stored.version)));
  const file = handOver(state, stored.stream.slice(CONVERSATION.length), stored.at, mind.knowledge);
  await commandCase(store, stored, stored.event.number, before =>
    decideCase(before, { command: 'open', file }),
  );
};

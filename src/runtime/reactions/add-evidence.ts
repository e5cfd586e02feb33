import { caseEvidence } from '../../core/dialogue/hand-over.ts';
import { conversationOf } from '../../core/conversation/evolve.ts';
import { CONVERSATION } from '../streams.ts';
import { commandCase } from './command-case.ts';
import { historyUpTo } from './history.ts';
import type { Reaction } from './reaction.ts';

/** A file sent after filing joins the case, once that is open; one sent before goes with the filing. */
export const addEvidence: Reaction<'EvidenceAttached'> = async (stored, { store, mind }) => {
  const history = await historyUpTo(stored, store);
  const state = conversationOf(history.map(one => one.event));
  const file = state.attached.find(one => one.id === stored.event.evidence);
  const negotiation = mind.knowledge.negotiations.get(state.negotiation ?? '');
  if (!state.case || !file || !negotiation) return;
  const evidence = caseEvidence(file, negotiation, state, history);
  await commandCase(store, {
    because: stored,
    conversation: stored.stream.slice(CONVERSATION.length),
    number: state.case.number,
    command: { command: 'add-evidence', evidence },
  });
};

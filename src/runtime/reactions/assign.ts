import { conversationOf } from '../../core/conversation/evolve.ts';
import { commandDesk } from '../desk/command-desk.ts';
import { conversationEvents } from '../loaded-conversations.ts';
import { CONVERSATION, conversationStream, DESK } from '../streams.ts';
import { commandCase } from './command-case.ts';
import type { Reaction } from './reaction.ts';

/** Whoever accepts a talk looks after it, as long as they are the one who is there. */
export const assignWhoAccepted: Reaction<'HandoffAccepted'> = async (stored, { store }) => {
  const { mediator } = stored.event;
  const { handoff } = conversationOf(conversationEvents(await store.read(stored.stream)));
  if (handoff.state !== 'mediator' || handoff.mediator.id !== mediator.id) return;
  await commandDesk(store, {
    conversation: stored.stream.slice(CONVERSATION.length),
    cause: `${stored.stream}@${stored.version}`,
    at: stored.at,
    command: { command: 'assign', mediator, how: 'accepted', by: mediator },
  });
};

/** The cases of a conversation name who looks after it. */
export const nameMediator: Reaction<'DeskAssigned'> = async (stored, { store }) => {
  const { mediator, by } = stored.event;
  if (!mediator) return;
  const conversation = stored.stream.slice(DESK.length);
  const { filed } = conversationOf(conversationEvents(await store.read(conversationStream(conversation))));
  const command = { command: 'assign', mediator: mediator.name, by: by?.name ?? 'Parley' } as const;
  for (const { number } of filed)
    await commandCase(store, { because: stored, conversation, number, command });
};

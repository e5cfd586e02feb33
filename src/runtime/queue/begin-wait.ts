import { conversationOf } from '../../core/conversation/evolve.ts';
import { commandDesk } from '../desk/command-desk.ts';
import { loadDesk } from '../desk/load-desk.ts';
import { conversationEvents } from '../loaded-conversations.ts';
import type { Store } from '../../stores/store.ts';
import type { Reaction } from '../reactions/reaction.ts';
import { LIVE } from '../queue-rows.ts';
import { CONVERSATION, deskStream } from '../streams.ts';
import { noteInDayBook } from './day-book.ts';

/** Puts down what stands in the way of somebody who begins to wait: from it others are told how long they may wait. */
export const beginWait: Reaction<'HandoffRequested'> = async ({ stream, at, event }, { store, queue }) => {
  const conversation = stream.slice(CONVERSATION.length);
  const { request } = event;
  const position = await lastPlace(store, conversation);
  const onDuty = queue.isOpen(at) ? await queue.onDuty() : 0;
  const command = { command: 'begin-wait', request, since: at, position, onDuty } as const;
  await commandDesk(store, { conversation, cause: `wait:${request}`, at, command });
};

/**
 * The place of somebody who has just begun to wait: behind all that are as urgent, and all that are more so. Counted
 * rather than read, since there may be thousands.
 */
async function lastPlace(store: Store, conversation: string): Promise<number> {
  const [own, { urgent = 0, waiting = 0 }] = await Promise.all([
    store.queue.get(deskStream(conversation)),
    store.queue.counts(LIVE),
  ]);
  if (own?.status === 'urgent') return urgent;
  return own?.status === 'waiting' ? urgent + waiting : urgent + waiting + 1;
}

/** Puts down how long somebody has waited whom a mediator has accepted. */
export const noteWait: Reaction<'HandoffAccepted'> = async (stored, { store }) => {
  const { stream, version, at } = stored;
  const before = (await store.read(stream)).filter(one => one.version < version);
  const { handoff } = conversationOf(conversationEvents(before));
  const { wait } = (await loadDesk(store, stream.slice(CONVERSATION.length))).state;
  if (handoff.state !== 'requested' || wait?.request !== handoff.request) return;
  const waitedMs = Math.max(0, Date.parse(at) - Date.parse(wait.since));
  const { position, onDuty } = wait;
  const event = { type: 'WaitOver', waitedMs, position, onDuty } as const;
  await noteInDayBook(store, { event, at, cause: `${stream}@${version}` });
};

/** Puts down whose turn it was, so that it is another's next also after a restart. */
export const noteTurn: Reaction<'DeskOffered'> = ({ stream, version, at, event }, { store }) =>
  noteInDayBook(store, {
    event: { type: 'TurnTaken', mediator: event.mediator.id },
    ...{ at, cause: `${stream}@${version}` },
  });

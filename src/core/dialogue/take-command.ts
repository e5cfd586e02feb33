import type { ConversationEvent, Mediator } from '../conversation/events.ts';
import type { Conversation } from '../conversation/state.ts';
import { askOn, askSlot } from './ask.ts';
import type { Mind } from './mind.ts';
import type { Moment } from './moment.ts';
import { cite } from './render.ts';
import { waysToWait } from './rules/human.ts';
import { askRating } from './rules/rating.ts';
import { unspoken } from './take-turn.ts';
import type { Turn } from './turn.ts';

/** What staff, or the clock, want of a conversation. */
export type Command =
  /** `instead`: also where another mediator is there. */
  | { command: 'accept'; mediator: Mediator; instead: boolean }
  | { command: 'return'; mediator: Mediator }
  | { command: 'close'; mediator: Mediator }
  | { command: 'say'; mediator: Mediator; message: string; text: string }
  | { command: 'ask-slot'; mediator: Mediator; slot: string }
  | { command: 'ask-file'; mediator: Mediator; what: string; element: string | null }
  | { command: 'insert-answer'; mediator: Mediator; faq: string }
  /** Time is up for a request that nobody has accepted. */
  | { command: 'unanswered'; request: string };

export const COMMAND_REFUSALS = [
  /** The person has allowed nobody to read along. */
  'not-shared',
  /** Another mediator is there. */
  'taken',
  /** Whoever wants this is not the mediator who is there. */
  'not-yours',
  'no-such-slot',
  'no-such-answer',
] as const;
export type CommandRefusal = (typeof COMMAND_REFUSALS)[number];

/** No events: it is so already. */
export type CommandDecision = { events: ConversationEvent[] } | { refused: CommandRefusal };

/** Decides what a command does to a conversation. Pure; the version it is decided on is what it must be stored at. */
export function takeCommand(
  state: Conversation,
  command: Command,
  mind: Mind,
  moment: Moment,
): CommandDecision {
  const turn = unspoken(state, mind, moment);
  const refused = carryOut(turn, command);
  if (refused) return { refused };
  if (turn.replies.length > 0) turn.emit({ type: 'BotReplied', message: null, replies: turn.replies });
  return { events: turn.events };
}

function carryOut(turn: Turn, command: Command): CommandRefusal | null {
  if (command.command === 'accept') return accept(turn, command);
  if (command.command === 'unanswered') return unanswered(turn, command.request);
  const { handoff } = turn.state;
  const { mediator } = command;
  if (handoff.state !== 'mediator' || handoff.mediator.id !== mediator.id) return 'not-yours';
  switch (command.command) {
    case 'return':
      turn.emit({ type: 'HandoffEnded', how: 'returned', mediator });
      turn.say('human-returned', { name: mediator.name });
      askOn(turn);
      return null;
    case 'close':
      turn.emit({ type: 'HandoffEnded', how: 'closed', mediator });
      turn.say('human-closed', { name: mediator.name });
      askRating(turn);
      return null;
    case 'say':
      turn.emit({ type: 'MediatorSaid', message: command.message, mediator, text: command.text });
      return null;
    case 'ask-slot':
      return requestSlot(turn, command.slot, mediator);
    case 'ask-file':
      turn.emit({ type: 'FileRequested', what: command.what, element: command.element, mediator });
      return null;
    case 'insert-answer':
      return insertAnswer(turn, command.faq);
    default:
      command satisfies never;
      return null;
  }
}

/** Whoever has asked for a person, or has filed, may be joined; nobody else's talk is anybody's business. */
function accept(
  turn: Turn,
  { mediator, instead }: Extract<Command, { command: 'accept' }>,
): CommandRefusal | null {
  const { handoff, sharedWith } = turn.state;
  if (sharedWith === null) return 'not-shared';
  if (handoff.state === 'mediator') {
    if (handoff.mediator.id === mediator.id) return null;
    if (!instead) return 'taken';
  }
  turn.emit({ type: 'HandoffAccepted', mediator });
  return null;
}

function unanswered(turn: Turn, request: string): null {
  const { handoff } = turn.state;
  if (handoff.state !== 'requested' || handoff.request !== request || handoff.isUnanswered) return null;
  turn.emit({ type: 'HandoffUnanswered', request });
  turn.say(
    'human-unanswered',
    { receiver: turn.moment.receiver },
    { buttons: [turn.button('button-wait-on', 'handoff:wait'), ...waysToWait(turn)] },
  );
  return null;
}

function requestSlot(turn: Turn, id: string, mediator: Mediator): CommandRefusal | null {
  const slot = turn.slot(id);
  if (!slot) return 'no-such-slot';
  turn.emit({ type: 'SlotRequested', slot: id, mediator });
  askSlot(turn, slot);
  return null;
}

/** Without buttons: nobody would answer to them now. */
function insertAnswer(turn: Turn, faq: string): CommandRefusal | null {
  const { knowledge } = turn.mind;
  const { language } = turn.state;
  const entry = knowledge.faq.get(faq);
  if (!entry) return 'no-such-answer';
  const text = cite(entry.answer[language], knowledge, language);
  turn.inform({ act: 'answer', faq, text }, entry.facts);
  return null;
}

import type { ConversationEvent } from '../conversation/events.ts';
import type { Conversation } from '../conversation/state.ts';
import type { SlotKind } from '../knowledge/value.ts';
import { interpret } from '../nlu/interpret.ts';
import { findSecrets, maskSecrets } from '../nlu/secrets.ts';
import { askOn } from './ask.ts';
import type { Mind } from './mind.ts';
import type { Moment } from './moment.ts';
import { pressedIn } from './pressed.ts';
import { rules } from './rules/index.ts';
import { LONGEST_MESSAGE } from './rules/unreadable.ts';
import { type Said, Turn } from './turn.ts';
import { STORY } from './keep-story.ts';
import { showValue } from './show-value.ts';
import { showWarnings } from './warnings.ts';

/** Kinds for which a typed `2` is a value and not the second button. */
const NUMBER_KINDS = new Set<SlotKind>([
  'money',
  'count',
  'rate',
  'date',
  'order-number',
  'phone',
  'text',
  'counterparty',
]);

/**
 * Decides one turn: what happened (events) and what is said (the `BotReplied` among them). Pure: the same state,
 * message, mind and moment give the same events.
 */
export const takeTurn = (...decided: Parameters<typeof decideTurn>): ConversationEvent[] =>
  decideTurn(...decided).events;

/** As `takeTurn`, with all that led to the events. */
export function decideTurn(state: Conversation, message: Said, mind: Mind, moment: Moment): Turn {
  const asked = askedSlot(state, mind);
  const secrets = findSecrets(message.text, asked?.kind ?? null);
  const said: Said = { ...message, text: maskSecrets(message.text, secrets) };
  const numbersChoose = asked === null || !NUMBER_KINDS.has(asked.kind);
  const pressed = pressedIn(said, state, numbersChoose);
  // A button means what its value says; the words on it are not read.
  const readable = pressed || said.text.length > LONGEST_MESSAGE ? '' : said.text;
  const reading = interpret(readable, mind.understanding, {
    language: state.language,
    now: moment.now,
    zone: state.zone,
    asked,
    prefers: asked?.prefers ?? 'past',
  });
  const turn = new Turn({ state, message: said, reading, pressed, secrets, mind, moment });
  turn.emit({
    type: 'UserSaid',
    message: said.id,
    text: said.text,
    evidence: said.evidence,
    ...(said.choice === undefined ? {} : { choice: said.choice }),
  });
  for (const rule of rules) if (rule.apply(turn) === 'done') break;
  conclude(turn);
  return turn;
}

/** The greeting, before anybody has said anything. */
export function greet(state: Conversation, mind: Mind, moment: Moment): ConversationEvent[] {
  const turn = unspoken(state, mind, moment);
  turn.say('greet');
  conclude(turn);
  return turn.events;
}

/** A turn that no message began. */
export function unspoken(state: Conversation, mind: Mind, moment: Moment): Turn {
  const message: Said = { id: '', text: '', evidence: [], refusals: [] };
  const context = { language: state.language, now: moment.now, zone: state.zone, asked: null };
  const reading = interpret('', mind.understanding, { ...context, prefers: 'past' });
  return new Turn({ state, message, reading, pressed: null, secrets: [], mind, moment });
}

function askedSlot(state: Conversation, mind: Mind) {
  const negotiation = state.negotiation === null ? null : mind.knowledge.negotiations.get(state.negotiation);
  return negotiation?.slots.find(slot => slot.id === state.asking) ?? null;
}

/** Repeats what was taken from a message besides the answer that was asked for, so that a misreading is seen at once. */
function acknowledge(turn: Turn): void {
  const { state, mind } = turn;
  const beside = turn.filled.filter(id => id !== turn.before.asking && id !== STORY);
  if (beside.length === 0) return;
  const noted = [...new Set(beside)].flatMap(id => {
    const slot = turn.slot(id);
    const value = state.slots[id]?.value;
    if (
      !slot ||
      !value ||
      value.kind === 'non-answer' ||
      turn.replies.some(reply => reply.act === 'corrected' && reply.slot === id)
    )
      return [];
    return [
      `${slot.label[state.language]}${turn.words('colon')}${showValue(value, slot, mind.knowledge, state.language)}`,
    ];
  });
  if (noted.length > 0) turn.say('noted', { items: noted.join(turn.words('item-separator')) });
}

/** After a word of danger the form waits until the person goes on by themselves: by a button, an answer or a value. */
function staysWithPerson({ before, state, filled, goesOn, pressed }: Turn): boolean {
  return (
    before.asking === 'safety' && state.asking === 'safety' && filled.length === 0 && !goesOn && !pressed
  );
}

/**
 * What is due after the rules: emergencies first, then the warnings of the moment, then one question. While a mediator
 * speaks with the person nothing is, and what a rule would have said is not said.
 */
function conclude(turn: Turn): void {
  if (turn.state.paused && turn.filled.length > 0) turn.emit({ type: 'IntakeResumed' });
  if (turn.state.handoff.state === 'mediator') return;
  acknowledge(turn);
  if (turn.asksOn && !staysWithPerson(turn)) {
    showWarnings(turn, 'emergency');
    showWarnings(turn, 'start');
    if (turn.due?.about === 'consent') showWarnings(turn, 'before-consent');
    askOn(turn);
  }
  const message = turn.message.id === '' ? null : turn.message.id;
  if (turn.replies.length > 0) turn.emit({ type: 'BotReplied', message, replies: turn.replies });
}

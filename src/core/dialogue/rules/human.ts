import type { HANDOFF_REASONS } from '../../conversation/events.ts';
import { nowIn } from '../../language/day.ts';
import type { Rule, Turn } from '../turn.ts';

const LIFE_AT_RISK = ['distress', 'danger'] as const;

/**
 * A person may ask for a human at any time, agrees to who will read along, and may stop waiting. Nothing is passed on
 * before they have agreed, unless a life may be at risk.
 */
export const human: Rule = {
  name: 'human',
  apply(turn) {
    return turn.state.handoff.state === 'requested' ? whileWaiting(turn) : whileAlone(turn);
  },
};

function whileWaiting(turn: Turn): 'done' | undefined {
  if (turn.does('stop-waiting')) {
    turn.understood = true;
    turn.emit({ type: 'HandoffCancelled' });
    turn.say('human-cancelled');
    return 'done';
  }
  const waitsOn = turn.pressed?.verb === 'handoff' && turn.pressed.argument === 'wait';
  if (!waitsOn && !turn.does('human')) return undefined;
  turn.understood = true;
  turn.say(waitsOn ? 'human-waits-on' : 'human-still-waiting', {}, { buttons: waysToWait(turn) });
  return 'done';
}

function whileAlone(turn: Turn): 'done' | undefined {
  const isAsked = turn.state.asking === 'handoff';
  const pressed = turn.pressed?.verb === 'handoff' ? turn.pressed.argument : null;
  const { receiver } = turn.moment;
  if (turn.does('human')) {
    if (turn.state.sharedWith === receiver) return request(turn, 'agreed-before');
    if (isAsked) return request(turn, 'asked-again');
    // Where a life may be at risk nobody is kept from help by a question, neither by this one nor by those of the form.
    if (!LIFE_AT_RISK.some(kind => turn.state.safety.includes(kind))) return askConsent(turn);
    turn.asksOn = false;
    return request(turn, 'life-at-risk');
  }
  if (!isAsked) return undefined;
  if (pressed === 'yes' || turn.saysYes) return request(turn, turn.pressed ? 'button' : 'affirm');
  if (pressed === 'no' || turn.does('deny') || turn.does('stop-waiting')) {
    turn.understood = true;
    turn.say('human-declined');
    return 'done';
  }
  return undefined;
}

function askConsent(turn: Turn): 'done' {
  turn.understood = true;
  turn.asksOn = false;
  turn.emit({ type: 'QuestionAsked', about: 'handoff' });
  turn.say(
    'human-consent',
    { receiver: turn.moment.receiver },
    {
      buttons: [
        turn.button('button-handoff-yes', 'handoff:yes'),
        turn.button('button-handoff-no', 'handoff:no'),
      ],
    },
  );
  return 'done';
}

function request(turn: Turn, rule: string): 'done' {
  const { receiver, desk } = turn.moment;
  turn.understood = true;
  turn.emit({
    type: 'HandoffRequested',
    request: turn.message.id,
    reason: reasonOf(turn),
    consent: { receiver, from: turn.from(turn.everything, rule) },
  });
  turn.say(
    'human-requested',
    { receiver, opens: desk.opensAt ? whenIn(turn, desk.opensAt) : '' },
    {
      key: desk.isOpen || !desk.opensAt ? 'human-requested' : 'human-requested-closed',
      buttons: waysToWait(turn),
    },
  );
  return 'done';
}

/** Why a mediator should come: what stood in the way before the person asked. */
function reasonOf({ before }: Turn): (typeof HANDOFF_REASONS)[number] {
  if (before.safety.some(kind => kind !== 'secret')) return 'safety';
  return before.misses > 0 ? 'not-understood' : 'asked';
}

export const waysToWait = (turn: Turn) => [
  ...(turn.state.contact === null ? [turn.button('button-leave-contact', 'handoff:contact')] : []),
  turn.button('button-stop-waiting', 'act:stop-waiting'),
];

/** A day and a time of day as the person reads them. */
function whenIn(turn: Turn, instant: string): string {
  const { day, clock } = nowIn(turn.state.zone, instant);
  return `${turn.day(day)} ${clock.slice(0, 5)}`;
}

import type { Button } from '../../conversation/events.ts';
import { keepStory } from '../keep-story.ts';
import type { Rule, Turn } from '../turn.ts';

/** What interrupts everything, worst first. */
export const INTERRUPTS = ['distress', 'danger', 'scam'] as const;

/**
 * Safety before anything else: words of self-harm, threats, a scam that is running now, and pasted credentials.
 * In such a turn nothing is asked, sold or filled in.
 */
export const safety: Rule = {
  name: 'safety',
  apply(turn) {
    if (turn.pressed) return undefined;
    const kind = INTERRUPTS.find(
      one => turn.reading.safety.includes(one) && !isKnownScam(one, turn) && !turn.asksAbout(one),
    );
    if (kind) {
      if (kind === 'scam') keepWhatWasTold(turn);
      turn.understood = true;
      turn.asksOn = false;
      turn.emit({ type: 'SafetyRaised', kind });
      turn.say(`safety-${kind}`, {}, { tone: 'urgent', buttons: buttonsFor(kind, turn) });
    }
    if (turn.secrets.length > 0) warnOfSecrets(turn);
    return kind || turn.secrets.length > 0 ? 'done' : undefined;
  },
};

/** 开过屏幕共享 as the answer to our own question, or told again after the warning, is the form's matter. */
function isKnownScam(kind: (typeof INTERRUPTS)[number], turn: Turn): boolean {
  if (kind !== 'scam' || !turn.asked) return false;
  const answers = turn.reading.choices.some(
    hit => hit.slot === turn.asked?.id && hit.negotiation === turn.state.negotiation,
  );
  return answers || wasWarned(turn);
}

/** Of a scam, by the card or by a warning of the type. */
function wasWarned({ before, negotiation }: Turn): boolean {
  return (
    before.safety.includes('scam') ||
    (negotiation?.warnings ?? []).some(
      ({ id, warnsOf }) => warnsOf.includes('scam') && before.warned.includes(id),
    )
  );
}

/** Who is being tricked need not tell it a second time. */
function keepWhatWasTold(turn: Turn): void {
  const text = turn.message.text.trim();
  if (turn.asked?.kind === 'text')
    turn.fill(turn.asked.id, { kind: 'text', text }, turn.from(turn.everything, 'own-words'));
  else if (!turn.negotiation) keepStory(turn);
}

function buttonsFor(kind: (typeof INTERRUPTS)[number], turn: Turn): Button[] {
  return kind === 'scam'
    ? [turn.button('button-report-loss', 'type:rights'), ...safetyButtons(turn)]
    : safetyButtons(turn);
}

/** A person to talk to, and the way back to the form. */
export const safetyButtons = (turn: Turn): Button[] => [
  turn.button('button-human', 'act:human'),
  turn.button('button-safe-go-on', 'act:resume'),
];

function warnOfSecrets(turn: Turn): void {
  turn.understood = true;
  turn.emit({ type: 'SafetyRaised', kind: 'secret' });
  const kinds = [...new Set(turn.secrets.map(secret => secret.kind))];
  const names = kinds.map(kind => turn.words(`secret-${kind}`));
  turn.say('safety-secret', { what: names.join(turn.words('list-separator')) }, { tone: 'urgent' });
}

import type { Reply } from '../conversation/events.ts';
import type { Negotiation, Warning } from '../knowledge/negotiation.ts';
import { applicable, formOf } from './form.ts';
import { cite, factsOf } from './render.ts';
import type { Turn } from './turn.ts';

/** The warnings of a moment that a type has to give now, or would were it chosen. */
export function warningsDue(
  { state, today }: Turn,
  negotiation: Negotiation | null,
  moment: Warning['moment'],
): Warning[] {
  if (!negotiation) return [];
  const facts = { negotiation: negotiation.id, slots: state.slots };
  return applicable(formOf(negotiation).warnings[moment], facts, today).filter(
    ({ id }) => !state.warned.includes(id),
  );
}

/** Says the warnings of a moment whose condition holds, each once in an intake. */
export function showWarnings(
  turn: Turn,
  moment: Warning['moment'],
  of: Negotiation | null = turn.negotiation,
): void {
  const emergencies: Reply[] = [];
  for (const warning of warningsDue(turn, of, moment)) {
    turn.emit({ type: 'WarningShown', warning: warning.id });
    const { language } = turn.state;
    const { knowledge } = turn.mind;
    const text = cite(warning.text[language], knowledge, language);
    const offer =
      warning.offersPerson && turn.state.handoff.state === 'bot'
        ? { buttons: [turn.button('button-human', 'act:human')] }
        : {};
    if (moment === 'emergency') emergencies.push({ act: 'emergency', text, tone: 'urgent', ...offer });
    else
      turn.inform({ act: 'warning', text, ...offer }, factsOf(warning.text[language], knowledge, language));
  }
  // Where minutes matter, what to do comes before anything else the turn says.
  turn.replies.unshift(...emergencies);
}

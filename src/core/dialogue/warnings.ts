import type { Reply } from '../conversation/events.ts';
import type { Warning } from '../knowledge/negotiation.ts';
import { holds } from './holds.ts';
import { citedIn, cite } from './render.ts';
import type { Turn } from './turn.ts';

/** Says the warnings of a moment whose condition holds, each once in an intake. */
export function showWarnings(turn: Turn, moment: Warning['moment']): void {
  const emergencies: Reply[] = [];
  for (const warning of turn.negotiation?.warnings ?? []) {
    const due =
      warning.moment === moment &&
      !turn.state.warned.includes(warning.id) &&
      (!warning.when || holds(warning.when, turn.state, turn.today));
    if (!due) continue;
    turn.emit({ type: 'WarningShown', warning: warning.id });
    const { language } = turn.state;
    const text = cite(warning.text[language], turn.mind.knowledge, language);
    const urgent = moment === 'emergency';
    if (urgent) emergencies.push({ act: 'emergency', text, tone: 'urgent' });
    else turn.inform({ act: 'warning', text }, citedIn(warning.text[language]));
  }
  // Where minutes matter, what to do comes before anything else the turn says.
  turn.replies.unshift(...emergencies);
}

import type { SummaryLine } from '../conversation/events.ts';
import { showValue } from './show-value.ts';
import type { Turn } from './turn.ts';

/** The lines the person checks: every fact that matters, and every required one that is missing. */
export function summaryLines(turn: Turn): SummaryLine[] {
  const { state } = turn;
  const { language } = state;
  const lines: SummaryLine[] = [];
  for (const slot of turn.slots) {
    const value = state.slots[slot.id]?.value;
    const answered = value !== undefined && value.kind !== 'non-answer';
    if (!answered && !slot.required) continue;
    lines.push({
      slot: slot.id,
      label: slot.label[language],
      value: value ? showValue(value, slot, turn.mind.knowledge, language) : turn.words('non-answer-later'),
      state: answered ? 'filled' : 'missing',
    });
  }
  return lines;
}

export function showSummary(turn: Turn): void {
  const { negotiation, state } = turn;
  const label = negotiation?.label[state.language] ?? '';
  const complete = turn.due?.about === 'summary';
  turn.say(
    'summary',
    { label, count: state.attached.length },
    {
      key: complete ? 'summary' : 'summary-so-far',
      card: { kind: 'summary', title: turn.words('card-summary', { label }), lines: summaryLines(turn) },
      buttons: complete
        ? [turn.button('button-confirm', 'confirm:summary'), turn.button('button-edit', 'edit:choose')]
        : [turn.button('button-edit', 'edit:choose'), turn.button('button-resume', 'act:resume')],
    },
  );
}

/** Which line is wrong? */
export function chooseEdit(turn: Turn): void {
  turn.emit({ type: 'QuestionAsked', about: 'edit' });
  turn.say(
    'choose-edit',
    {},
    {
      buttons: [
        ...summaryLines(turn).map(line => ({ label: line.label, value: `edit:${line.slot}` })),
        turn.button('button-nothing-to-edit', 'act:resume'),
      ],
    },
  );
}

export function askConsent(turn: Turn): void {
  const { receiver, answerWithinDays } = turn.moment;
  turn.say(
    'consent',
    { receiver, days: answerWithinDays, count: turn.state.attached.length },
    {
      buttons: [
        turn.button('button-consent-yes', 'consent:yes'),
        turn.button('button-consent-no', 'consent:no'),
      ],
    },
  );
}

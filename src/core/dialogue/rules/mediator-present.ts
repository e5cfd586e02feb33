import { applicableEvidence } from '../next-question.ts';
import type { Rule, Turn } from '../turn.ts';
import { attachFiles } from './files.ts';
import { answerSlot } from './fill.ts';
import { INTERRUPTS } from './safety.ts';

/**
 * While a mediator speaks with the person the bot says nothing, whatever was said. It listens for danger, takes files,
 * and fills the slot that the mediator had asked.
 */
export const mediatorPresent: Rule = {
  name: 'mediator-present',
  apply(turn) {
    const { handoff } = turn.state;
    if (handoff.state !== 'mediator') return undefined;
    noteDanger(turn);
    attachFiles(turn, wantedElement(turn, handoff.element));
    const slot = turn.slot(handoff.slot);
    if (slot) {
      answerSlot(turn, slot);
      const filed = turn.state.case;
      if (filed && turn.filled.includes(slot.id))
        turn.emit({ type: 'AnswerForwarded', slot: slot.id, number: filed.number });
    }
    return 'done';
  },
};

/** The mediator is alerted by it; what to say is theirs. */
function noteDanger(turn: Turn): void {
  if (turn.pressed) return;
  for (const kind of INTERRUPTS)
    if (turn.reading.safety.includes(kind)) turn.emit({ type: 'SafetyRaised', kind });
  if (turn.secrets.length > 0) turn.emit({ type: 'SafetyRaised', kind: 'secret' });
}

/** Where a file goes that names no place of its own: to what the mediator asked for, as far as the checklist has it. */
function wantedElement({ negotiation, state, today }: Turn, element: string | null): string | null {
  const checklist = negotiation ? applicableEvidence(negotiation, state, today) : [];
  return checklist.some(one => one.id === element) ? element : null;
}

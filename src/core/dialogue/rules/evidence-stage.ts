import { applicableEvidence } from '../next-question.ts';
import type { Rule, Turn } from '../turn.ts';

/** What a file shows, and the end of the evidence. */
export const evidenceStage: Rule = {
  name: 'evidence-stage',
  apply(turn) {
    if (turn.state.asking === 'evidence-element') return sort(turn);
    const closes =
      turn.does('finished') || turn.does('skip') || turn.does('deny') || turn.reading.nonAnswer !== null;
    if (turn.state.asking !== 'evidence' || !closes || turn.message.evidence.length > 0) return undefined;
    turn.understood = true;
    turn.emit({ type: 'EvidenceFinished' });
    turn.say(
      'evidence-finished',
      { count: turn.state.attached.length },
      {
        key: turn.state.attached.length > 0 ? 'evidence-finished' : 'evidence-none',
      },
    );
    return undefined;
  },
};

/** All files that wait for a name get the one just given: people send the pages of one thing together. */
function sort(turn: Turn): undefined {
  const waiting = turn.state.attached.filter(file => file.element === null);
  const element = elementSaid(turn);
  if (element === null || waiting.length === 0) return undefined;
  turn.understood = true;
  for (const file of waiting) {
    turn.emit({ type: 'EvidenceAttached', evidence: file.id, element, certainty: 'stated' });
  }
  const label = turn.negotiation?.evidence.find(one => one.id === element)?.label[turn.state.language];
  turn.say('evidence-sorted', { count: waiting.length, label: label ?? turn.words('evidence-other') });
  return undefined;
}

function elementSaid(turn: Turn): string | null {
  if (turn.pressed?.verb === 'element') return turn.pressed.argument;
  const { negotiation } = turn;
  if (!negotiation) return null;
  const checklist = applicableEvidence(negotiation, turn.state, turn.today);
  const said = turn.reading.elements.find(
    hit => hit.negotiation === negotiation.id && checklist.some(one => one.id === hit.element),
  );
  if (said) return said.element;
  const otherwise = turn.does('finished') || turn.does('skip') || turn.reading.nonAnswer !== null;
  return otherwise ? 'other' : null;
}

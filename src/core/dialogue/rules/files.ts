import type { Evidence, Refusal } from '../../conversation/events.ts';
import { applicableEvidence } from '../next-question.ts';
import type { Rule, Turn } from '../turn.ts';

/** Files that came with the message, and those that could not be taken. None goes by in silence. */
export const files: Rule = {
  name: 'files',
  apply(turn) {
    const count = attachFiles(turn, null);
    if (count === 0) return undefined;
    if (turn.state.case) turn.say('evidence-added-to-case', { count, number: turn.state.case.number });
    else if (!turn.negotiation) turn.say('evidence-kept', { count });
    return undefined;
  },
};

/**
 * @param wanted the checklist element that was asked for: a file that names no other is taken for it
 * @returns how many were taken
 */
export function attachFiles(turn: Turn, wanted: string | null): number {
  const { evidence, refusals } = turn.message;
  for (const refusal of refusals) refuse(turn, refusal);
  // An id is the client's word: one such as `__proto__` names something in every object.
  const taken = evidence
    .map(id => (Object.hasOwn(turn.state.stored, id) ? turn.state.stored[id] : undefined))
    .filter(file => file !== undefined);
  for (const file of taken) attach(turn, file, wanted);
  if (taken.length > 0) turn.understood = true;
  return taken.length;
}

function refuse(turn: Turn, refusal: Refusal): void {
  turn.understood = true;
  const { maxBytes, maxFiles } = turn.moment.limits;
  turn.emit({ type: 'EvidenceRefused', name: refusal.name, reason: refusal.reason });
  turn.say(
    'evidence-refused',
    { name: refusal.name, most: Math.round(maxBytes / 1024 / 1024), files: maxFiles },
    {
      key: `evidence-refused-${refusal.reason}`,
    },
  );
}

/** Puts the file on the checklist where its name or the words with it say where; otherwise the person is asked. */
function attach(turn: Turn, file: Evidence, wanted: string | null): void {
  const { negotiation } = turn;
  const checklist = negotiation ? applicableEvidence(negotiation, turn.state, turn.today) : [];
  const isListed = (id: string): boolean => checklist.some(one => one.id === id);
  const said = turn.reading.elements.find(
    hit => hit.negotiation === negotiation?.id && isListed(hit.element),
  )?.element;
  const element = said ?? turn.elementsNamed(file.name).find(isListed) ?? wanted;
  turn.emit({ type: 'EvidenceAttached', evidence: file.id, element, certainty: said ? 'stated' : 'assumed' });
  const label = checklist.find(one => one.id === element)?.label[turn.state.language];
  if (negotiation && label) turn.say('evidence-received', { name: file.name, label });
  else if (negotiation && !turn.state.case)
    turn.say('evidence-received', { name: file.name }, { key: 'evidence-received-unsorted' });
}

import type { CaseEvidence } from '../case/case-file.ts';
import type { Conversation } from '../conversation/state.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Happened } from './hand-over.ts';

/**
 * All files of a conversation in the order in which they came, each with its place on the checklist: that of the intake
 * under way, or else of the case it was filed with.
 * @param state folded from the history
 */
export function filesSent(
  history: Happened[],
  { attached, negotiation, language }: Conversation,
  filed: readonly CaseEvidence[],
  knowledge: Knowledge,
): CaseEvidence[] {
  const checklist = knowledge.negotiations.get(negotiation ?? '')?.evidence ?? [];
  return history.flatMap(({ at: storedAt, event }) => {
    if (event.type !== 'EvidenceStored') return [];
    const { evidence } = event;
    const inCase = filed.find(one => one.id === evidence.id);
    const here = attached.find(one => one.id === evidence.id);
    const element = here?.element ?? inCase?.element ?? null;
    const label = checklist.find(one => one.id === element)?.label[language] ?? inCase?.label ?? null;
    return [{ ...evidence, element, label, storedAt }];
  });
}

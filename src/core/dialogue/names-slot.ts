import type { SlotDefinition } from '../knowledge/negotiation.ts';
import { normalize } from '../language/normalize.ts';
import type { Span } from '../nlu/span.ts';
import type { Turn } from './turn.ts';

const LEAD = /^(?:the|my|我的|这个|那个) ?/;

/** Whether the words in a span name a slot: by a word that points to it, or by its label or a part of that. */
export function namesSlot({ reading, state }: Turn, slot: SlotDefinition, { start, end }: Span): boolean {
  const words = reading.text.slice(start, end).trim().replace(LEAD, '');
  const labels = Object.values(slot.label).map(normalize);
  if (words.length > 1 && labels.some(label => label.includes(words) || words.includes(label))) return true;
  return reading.cues.some(
    cue =>
      cue.slot === slot.id && cue.negotiation === state.negotiation && start <= cue.start && cue.end <= end,
  );
}

import { keepsFacts } from '../../core/dialogue/keeps-facts/keeps-facts.ts';
import type { VetoReason } from '../../core/dialogue/keeps-facts/veto.ts';
import type { Language } from '../../core/knowledge/localized.ts';
import type { Marked } from './marked.ts';

/**
 * Whether a rewording may be shown. It is looked at twice: as the model wrote it, and as the person would read it, for
 * values can say what words alone do not.
 * @returns what is shown, or why the draft stands
 */
export function judge(
  draft: Marked,
  rewording: string,
  language: Language,
): { text: string } | { veto: VetoReason } {
  const text = draft.fill(rewording);
  if (text === null) return { veto: 'values' };
  const veto = keepsFacts(draft.text, rewording, language) ?? keepsFacts(draft.filled, text, language);
  return veto ? { veto: veto.reason } : { text };
}

import type { Language } from '../../knowledge/localized.ts';
import type { Veto } from './veto.ts';

/**
 * Whether a rewording says what its draft says and nothing else; null: it does. Pure.
 * @param draft the words of the rules
 * @param rewording somebody else's words, of whom nothing is known
 */
export function keepsFacts(draft: string, rewording: string, language: Language): Veto | null {
  void language;
  return rewording === draft ? null : { reason: 'added', words: rewording };
}

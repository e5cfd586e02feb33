import type { Language } from '../../knowledge/localized.ts';
import { normalize } from '../../language/normalize.ts';
import { checkContent } from './check-content.ts';
import { checkForce } from './check-force.ts';
import { checkForm } from './check-form.ts';
import { checkOrder } from './check-order.ts';
import { checkPersons } from './check-persons.ts';
import { checkQuestion } from './check-question.ts';
import { checkTense } from './check-tense.ts';
import { checkValues } from './check-values.ts';
import type { Comparison } from './compare.ts';
import { inFull } from './in-full.ts';
import { readClauses } from './read-clauses.ts';
import type { Veto } from './veto.ts';
import { vocabulary } from './vocabulary.ts';

/**
 * Whether a rewording says what its draft says and nothing else; null: it does. Pure.
 *
 * Nothing is believed of a rewording: it may use the words of the draft, words known to say the same, and words that say
 * nothing. Whatever else stands in it is a reason to refuse it.
 * @param draft the words of the rules
 * @param rewording somebody else's words
 */
export function keepsFacts(draft: string, rewording: string, language: Language): Veto | null {
  const [before, after] = [draft, rewording].map(text => inFull(normalize(text), language)) as [
    string,
    string,
  ];
  if (before === after) return null;
  const form = checkForm(before, after, language);
  if (form) return form;
  const words = vocabulary(language);
  const comparison: Comparison = {
    draft: readClauses(before, language, words),
    rewording: readClauses(after, language, words),
  };
  return (
    checkValues(comparison, words) ??
    checkForce(comparison, words) ??
    checkTense(comparison, language) ??
    checkQuestion(comparison, words) ??
    checkPersons(comparison, words) ??
    checkContent(comparison, words) ??
    checkOrder(comparison, words, language)
  );
}

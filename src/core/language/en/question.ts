const LEAD = '(?:(?:and|but|so|ok|okay|hi|hello|then|well) )?';
/** “will they sue me”, ”, can it be extended”; not “could not pay”. */
const VERB_FIRST = new RegExp(
  `^${LEAD}(?:can|could|may|might|will|would|shall|should|is|are|am|was|were|do|does|did|isn't|aren't|can't|won't)\\b(?! (?:not|never|been)\\b)`,
);
/** After a comma these begin a clause that depends on another: “…, which was fake”, “…, when I called”. */
const QUESTION_WORD = new RegExp(
  `^${LEAD}(?:who|whom|whose|what|where|why|how|which|what's|who's|where's|how's|when (?!i|he|she|we|they|the|my)\\w)\\b`,
);

/**
 * Whether a clause asks by its form, whatever its words.
 * @param clause normalised
 * @param opens whether it begins a sentence
 */
export const asksByForm = (clause: string, opens: boolean): boolean =>
  VERB_FIRST.test(clause) || (opens && QUESTION_WORD.test(clause));

/** 能不能, 大不大, 合不合: a word, its denial, and the word again ask. */
const EITHER_OR = /(\p{Script=Han})[不没]\1/u;

/**
 * Whether a clause asks by its form, whatever its words.
 * @param clause normalised
 */
export const asksByForm = (clause: string): boolean => /[不没]/.test(clause) && EITHER_OR.test(clause);

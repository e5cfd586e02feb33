import type { Phraser, PhrasingRequest } from '../../src/phrasing/phraser.ts';

/** The draft in words that are not its own and say the same. */
export const otherwise = ({ language, text }: Pick<PhrasingRequest, 'language' | 'text'>): string =>
  language === 'en' ? `Okay, ${text}` : `好的，${text}`;

/** A phraser that says everything otherwise, at once, and by no model. */
export const saysOtherwise: Phraser = {
  timeoutMs: 10_000,
  sendsWords: false,
  reword: async request => ({ model: 'other', prompt: 'words', text: otherwise(request) }),
};

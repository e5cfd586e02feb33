import type { PhrasingRequest } from '../phraser.ts';

/** What a model is given to work on. Nothing in a text can close the tag that it stands in. */
export function userMessage({ text, mood, words }: PhrasingRequest): string {
  const parts = [`<draft>${text}</draft>`, `<mood>${mood}</mood>`];
  if (words !== null) parts.push(`<person>${words.replaceAll('<', '‹').replaceAll('>', '›')}</person>`);
  return parts.join('\n');
}

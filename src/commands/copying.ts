import { EFFECTIVE, READER } from '../runtime/reactions/reactions.ts';
import { CASE } from '../runtime/streams.ts';

/** How what is stored is copied: reactions carried out before are not carried out again. */
export const copying = {
  readers: [READER],
  isEffect: (stream: string): boolean => stream.startsWith(CASE),
  hasEffect: (type: string): boolean => EFFECTIVE.has(type),
};

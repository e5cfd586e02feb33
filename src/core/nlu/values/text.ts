import type { TextValue } from '../../knowledge/value.ts';
import type { Recogniser } from './recogniser.ts';

/** The whole message, trimmed, where a text slot was asked. It never keeps other values of the message away. */
export const text: Recogniser<TextValue> = (message, { asked }) => {
  const words = message.trim();
  if (asked?.kind !== 'text' || words === '') return [];
  const start = message.indexOf(words);
  return [
    {
      kind: 'text',
      start,
      end: start + words.length,
      words,
      rule: 'own-words',
      certainty: 'stated',
      candidates: [{ kind: 'text', text: words }],
    },
  ];
};

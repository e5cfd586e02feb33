import { textsIn } from './check-citations.ts';
import type { Problems } from './problems.ts';
import type { KnowledgeFiles } from './read-knowledge.ts';
import { showPath } from './yaml-source.ts';

/** What people say, not what the bot says; and the short names by which the bot's buttons call a hotline. */
const NOT_SPOKEN = new Set([
  'questions',
  'sayings',
  'examples',
  'cues',
  'triggers',
  'label',
  'facts',
  'source',
]);

/**
 * Reports a hotline's number that is spelled in a text of the bot's. A number is written once, in authorities.yaml; a
 * second place would go on showing the old one when it changes.
 */
export function checkSpelledNumbers(files: KnowledgeFiles, problems: Problems): void {
  const numbers = files.authorities.flatMap(({ value: { id, phone } }) =>
    phone === undefined ? [] : [{ id, phone }],
  );
  const parts = [
    ...files.rules,
    ...files.routes,
    ...files.sharedSlots,
    ...files.negotiations,
    ...files.faq,
    ...Object.values(files.phrases),
  ];
  for (const { value, source, path } of parts) {
    for (const { path: place, text } of textsIn(value, path)) {
      if (place.some(step => NOT_SPOKEN.has(String(step)))) continue;
      for (const { id, phone } of numbers)
        if (new RegExp(`(?<![\\d-])${phone.replaceAll('+', '\\+')}(?![\\d-])`).test(text))
          problems.add(
            source,
            place,
            `${showPath(place)} spells ${phone}; write {{authority.${id}.phone}}`,
            phone,
          );
    }
  }
}

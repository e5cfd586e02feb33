import { LANGUAGES, type Language } from '../../core/knowledge/localized.ts';
import { textsIn } from './check-citations.ts';
import type { KnowledgeFiles, Placed } from './read-knowledge.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** One text that people may get to see, as it is written: facts are still cited. */
export interface SpokenText {
  source: YamlSource;
  path: Path;
  language: Language;
  text: string;
}

/** Parts of the files that hold what people say, or what only editors read. */
const NOT_SPOKEN = new Set(['questions', 'sayings', 'examples', 'cues', 'triggers', 'facts', 'source']);

/** Every text of the bot's and the widget's, in file order. */
export function* spokenTexts(files: KnowledgeFiles): Generator<SpokenText> {
  const parts: Placed<unknown>[] = [
    ...files.authorities,
    ...files.rules,
    ...files.routes,
    ...files.neverPublish,
    ...files.sharedSlots,
    ...files.negotiations,
    ...files.faq,
    ...files.replies,
  ];
  for (const { value, source, path } of parts) {
    for (const { path: place, text } of textsIn(value, path)) {
      const language = LANGUAGES.find(one => place.at(-1) === one);
      if (language && !place.some(step => NOT_SPOKEN.has(String(step))))
        yield { source, path: place, language, text };
    }
  }
  for (const language of LANGUAGES) {
    const { value, source } = files.phrases[language];
    for (const { path, text } of textsIn(value)) yield { source, path, language, text };
  }
}

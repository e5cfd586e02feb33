import { LANGUAGES } from '../../core/knowledge/localized.ts';
import type { Problems } from './problems.ts';
import type { KnowledgeFiles } from './read-knowledge.ts';
import type { YamlSource } from './yaml-source.ts';

/** What one language's lexicon names, the others have to name too, or an answer could not be found in them. */
export function checkLanguages(files: KnowledgeFiles, problems: Problems): void {
  const tables = ['products', 'hotlines', 'actions', 'asks', 'happenings'] as const;
  for (const table of tables)
    checkSameKeys(
      table,
      LANGUAGES.map(language => ({
        source: files.lexicon[language].source,
        keys: files.lexicon[language].value[table],
      })),
      problems,
    );
  checkSameKeys(
    'widget',
    LANGUAGES.map(language => ({
      source: files.phrases[language].source,
      keys: files.phrases[language].value.widget,
    })),
    problems,
  );
  const authorities = new Set(files.authorities.map(authority => authority.value.id));
  for (const language of LANGUAGES)
    for (const id of Object.keys(files.lexicon[language].value.hotlines))
      if (!authorities.has(id))
        problems.add(
          files.lexicon[language].source,
          ['hotlines', id],
          `hotlines.${id}: authorities.yaml has no ${id}`,
        );
}

function checkSameKeys(
  name: string,
  files: { source: YamlSource; keys: object }[],
  problems: Problems,
): void {
  for (const key of new Set(files.flatMap(file => Object.keys(file.keys))))
    for (const { source, keys } of files)
      if (!Object.hasOwn(keys, key))
        problems.add(source, [name], `${name}.${key} is missing; another language has it`);
}

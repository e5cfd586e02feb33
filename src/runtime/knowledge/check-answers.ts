import { LANGUAGES } from '../../core/knowledge/localized.ts';
import type { Problems } from './problems.ts';
import type { KnowledgeFiles } from './read-knowledge.ts';
import { type Path, showPath } from './yaml-source.ts';

/** Checks that every answer's facets can be understood and its buttons lead somewhere. */
export function checkAnswers(files: KnowledgeFiles, types: string[], problems: Problems): void {
  const { products, hotlines, actions, asks } = files.lexicon[LANGUAGES[0]].value;
  const facetWords = { about: products, hotline: hotlines, action: actions, ask: asks };
  const answers = new Set(files.faq.map(entry => entry.value.id));
  for (const { value, source } of files.faq) {
    const say = (path: Path, message: string): void =>
      problems.add(source, path, `${showPath(path)}: ${message}`);
    for (const [facet, words] of Object.entries(facetWords) as [keyof typeof facetWords, object][])
      for (const [index, id] of value.facets[facet].entries())
        if (!Object.hasOwn(words, id)) say(['facets', facet, index], `the lexicon has no ${id} to ask for`);
    for (const [index, { type, faq, act }] of value.buttons.entries()) {
      const path = ['buttons', index];
      if ([type, faq, act].filter(target => target !== undefined).length !== 1)
        say(path, 'a button leads to exactly one of type, faq and act');
      if (type !== undefined && !types.includes(type))
        say([...path, 'type'], `there is no negotiation type ${type}`);
      if (faq !== undefined && !answers.has(faq)) say([...path, 'faq'], `there is no answer ${faq}`);
    }
  }
}

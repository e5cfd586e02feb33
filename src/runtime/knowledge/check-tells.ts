import { LANGUAGES } from '../../core/knowledge/localized.ts';
import type { Problems } from './problems.ts';
import type { KnowledgeFiles } from './read-knowledge.ts';
import { showPath } from './yaml-source.ts';

/** What tells of a type names concepts that exist, each pair once, and each concept is good for something. */
export function checkTells({ negotiations, lexicon }: KnowledgeFiles, problems: Problems): void {
  const concepts = new Set(LANGUAGES.flatMap(language => Object.keys(lexicon[language].value.happenings)));
  const used = new Set<string>();
  for (const { value, source } of negotiations) {
    const told = new Map<string, number>();
    for (const [index, tell] of value.tells.entries()) {
      for (const side of ['one', 'with'] as const)
        for (const [place, concept] of (tell[side] ?? []).entries()) {
          used.add(concept);
          const path = ['tells', index, side, place];
          if (!concepts.has(concept))
            problems.add(source, path, `${showPath(path)}: the lexicon has no happening ${concept}`);
        }
      for (const pair of pairsOf(tell)) {
        const before = told.get(pair);
        if (before === undefined) told.set(pair, tell.weight);
        else
          problems.add(
            source,
            ['tells', index],
            `${showPath(['tells', index])} can never count: ${pair} is told before, with weight ${before}`,
          );
      }
    }
  }
  for (const language of LANGUAGES) {
    const { value, source } = lexicon[language];
    for (const [id, { within, not }] of Object.entries(value.happenings)) {
      const path = ['happenings', id];
      if (!used.has(id)) problems.add(source, path, `${showPath(path)} tells of no type`);
      if (within.every(saying => not.includes(saying)))
        problems.add(
          source,
          path,
          `${showPath(path)} can never be met: its own \`not\` silences all its sayings`,
        );
    }
  }
}

/** The pairs of a tell, in either order the same; a concept alone where nothing comes with it. */
const pairsOf = (tell: { one: string[]; with?: string[] | undefined }): Set<string> =>
  new Set(tell.one.flatMap(one => tell.with?.map(other => [one, other].sort().join(' with ')) ?? [one]));

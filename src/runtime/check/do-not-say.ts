import { LANGUAGES } from '../../core/knowledge/localized.ts';
import { cite } from '../../core/dialogue/render.ts';
import { claimIn } from '../../core/language/claim-in.ts';
import { normalize } from '../../core/language/normalize.ts';
import { showPath } from '../knowledge/yaml-source.ts';
import { spokenTexts } from '../knowledge/spoken-texts.ts';
import type { Check, CheckContext } from './check.ts';

type Claim = CheckContext['files']['doNotSay'][number];

/** No text of the bot's, as a person would read it, makes a claim of do-not-say.yaml; and each claim's patterns see it. */
export const doNotSay: Check = {
  name: 'claims never made',
  counts: 'texts against every claim',
  run(context) {
    const claims = context.files.doNotSay.map(claim => ({ claim, patterns: patternsOf(claim, context) }));
    let seen = 0;
    for (const { source, path, language, text } of spokenTexts(context.files)) {
      seen++;
      const shown = normalize(cite(text, context.knowledge, language));
      for (const { claim, patterns } of claims) {
        const words = claimIn(shown, patterns[language]);
        if (words === undefined) continue;
        const { id, why } = claim.value;
        context.problems.add(
          source,
          path,
          `${showPath(path)} says “${words}” (do-not-say: ${id}); ${why} Say what the facts hold instead.`,
        );
      }
    }
    return claims.length > 0 ? seen : 0;
  },
};

/** The claim's patterns; a faulty one, or one that does not see its own examples, is reported. */
function patternsOf(claim: Claim, { problems }: CheckContext): Record<(typeof LANGUAGES)[number], RegExp[]> {
  const { value, source, path } = claim;
  const compiled = LANGUAGES.map(language => {
    const patterns = value.patterns[language].flatMap((pattern, at) => {
      try {
        return [new RegExp(pattern, 'u')];
      } catch (error) {
        const place = [...path, 'patterns', language, at];
        problems.add(
          source,
          place,
          `${showPath(place)} is no regular expression: ${(error as Error).message}`,
        );
        return [];
      }
    });
    const sees = (sentence: string): boolean => claimIn(normalize(sentence), patterns) !== undefined;
    for (const [at, sentence] of value.caught[language].entries()) {
      const place = [...path, 'caught', language, at];
      if (!sees(sentence))
        problems.add(
          source,
          place,
          `${showPath(place)}: no pattern finds “${sentence}”; write one that does`,
        );
    }
    for (const [at, sentence] of value.fine[language].entries()) {
      const place = [...path, 'fine', language, at];
      if (sees(sentence))
        problems.add(
          source,
          place,
          `${showPath(place)}: “${sentence}” is found though it is fine; narrow the pattern`,
        );
    }
    return [language, patterns] as const;
  });
  return Object.fromEntries(compiled) as Record<(typeof LANGUAGES)[number], RegExp[]>;
}

import { unknownParameters } from '../knowledge/fill-reply.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { LANGUAGES, type Language } from '../knowledge/localized.ts';
import type { ReplyProblem } from '../knowledge/reply-problem.ts';
import { claimIn } from '../language/claim-in.ts';
import { normalize } from '../language/normalize.ts';
import { digitsOf, spelledIn } from '../language/spelled-in.ts';
import { withFacts } from './render.ts';

/** The same checks as of all that the bot says, of texts that were written while it runs. */
export function replyProblems(
  wordings: Partial<Record<Language, { text: string } | undefined>>,
  knowledge: Knowledge,
): ReplyProblem[] {
  return LANGUAGES.flatMap(language => {
    const text = wordings[language]?.text;
    return text === undefined ? [] : problemsIn(text, language, knowledge);
  });
}

function problemsIn(text: string, language: Language, knowledge: Knowledge): ReplyProblem[] {
  const problem = (
    kind: ReplyProblem['kind'],
    words: string,
    advice: string | null = null,
  ): ReplyProblem => ({
    ...{ kind, language, words, advice },
  });
  const parameters = unknownParameters(text).map(name => problem('parameter', `{${name}}`));
  const cited = citedText(text, knowledge, language);
  if (cited === null) return [...parameters, problem('citation', /\{\{[^}]*\}*/.exec(text)?.[0] ?? '{{')];
  const shown = normalize(cited);
  const claims = knowledge.doNotSay.flatMap(({ patterns, why }) => {
    const words = claimIn(
      shown,
      patterns[language].map(pattern => new RegExp(pattern, 'u')),
    );
    return words === undefined ? [] : [problem('claim', words, why)];
  });
  return [...parameters, ...claims, ...spelledProblems(text, knowledge, language, problem)];
}

/** Null where it cites what there is not. */
function citedText(text: string, knowledge: Knowledge, language: Language): string | null {
  try {
    const cited = withFacts(text, knowledge, language);
    return cited.includes('{{') ? null : cited;
  } catch {
    return null;
  }
}

function spelledProblems(
  text: string,
  { authorities, rules, neverPublish }: Knowledge,
  language: Language,
  problem: (kind: ReplyProblem['kind'], words: string, advice?: string | null) => ReplyProblem,
): ReplyProblem[] {
  const phones = new Map(
    [...authorities.values()].flatMap(({ id, phone }) => (phone ? [[digitsOf(phone), id] as const] : [])),
  );
  return spelledIn(text, { phones, rules: [...rules.values()] }).map(spelled => {
    const { words } = spelled;
    if (spelled.kind === 'address') return problem('address', words);
    if (spelled.kind === 'quantity') return problem('quantity', words, spelled.facts.join(' ') || null);
    const banned = neverPublish.get(digitsOf(words));
    if (banned) return problem('banned', words, banned.why[language]);
    if (spelled.authority === null) return problem('number', words);
    return problem('known-number', words, `{{authority.${spelled.authority}.phone}}`);
  });
}

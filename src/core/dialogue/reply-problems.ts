import { unknownParameters } from '../knowledge/canned-reply.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { LANGUAGES, type Language } from '../knowledge/localized.ts';
import { claimIn } from '../language/claim-in.ts';
import { normalize } from '../language/normalize.ts';
import { digitsOf, spelledIn } from '../language/spelled-in.ts';
import { withFacts } from './render.ts';

/**
 * What is wrong with a text that mediators are to say. `claim`: it makes one that is never made, `banned`: it shows a
 * number that goes round wrongly, `parameter`, `citation`: nobody can fill it in. These are refused. `number`,
 * `address`: nothing known vouches for them, which somebody has to answer for. `known-number`, `quantity`: they would
 * not change with the fact that they spell.
 */
export const REPLY_PROBLEMS = [
  'claim',
  'banned',
  'parameter',
  'citation',
  'number',
  'address',
  'known-number',
  'quantity',
] as const;

export interface ReplyProblem {
  kind: (typeof REPLY_PROBLEMS)[number];
  language: Language;
  /** The words that are wrong. */
  words: string;
  /** Why, or what to write instead; null where the kind says all. */
  advice: string | null;
}

const REFUSED: ReadonlySet<string> = new Set(['claim', 'banned', 'parameter', 'citation']);
const DOUBTFUL: ReadonlySet<string> = new Set(['number', 'address']);

export const isRefused = ({ kind }: ReplyProblem): boolean => REFUSED.has(kind);
export const isDoubtful = ({ kind }: ReplyProblem): boolean => DOUBTFUL.has(kind);

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

import type { Language } from './localized.ts';

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

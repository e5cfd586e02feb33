import { z } from 'zod';
import { Id } from './localized.ts';
import { NON_ANSWERS } from './value.ts';

/** The dialogue acts a lexicon teaches. Acts that carry a value (inform, choose, correct) come from the recognisers. */
export const LEXICON_ACTS = [
  'affirm',
  'agree',
  'deny',
  'skip',
  'back',
  'repeat',
  'why',
  'wait',
  'cancel',
  'restart',
  'human',
  'stop-waiting',
  'status',
  'thanks',
  'greet',
  'abuse',
  'finished',
  'correct',
  'resume',
  'types',
  'summary',
  'identity',
  'basis',
] as const;
export type LexiconAct = (typeof LEXICON_ACTS)[number];

export const SAFETY_KINDS = ['distress', 'scam', 'danger', 'secret', 'agent', 'fabricate'] as const;
export type SafetyKind = (typeof SAFETY_KINDS)[number];

/** More wordings than this in one part would make the index slow to build. */
const WIDEST = 2500;

/**
 * A saying in several wordings: `(a|b)` stands for either, `(a|)` for a or nothing, `…` for a few other words within one clause.
 * In sayings of danger blanks and marks inside do not count.
 */
const Pattern = z
  .string()
  .regex(
    /^(?!…)(?:[^()|…]|\([^()|…]*(?:\|[^()|…]*)+\)|…(?!…|$))+$/,
    'is no pattern: (a|b), or … between words',
  )
  .refine(
    pattern => pattern.split('…').every(part => wordings(part) <= WIDEST),
    `has a part with more than ${WIDEST} wordings; let … stand for some`,
  );

function wordings(part: string): number {
  return part.match(/\([^)]*\)/g)?.reduce((all, choice) => all * choice.split('|').length, 1) ?? 1;
}

const WholePattern = Pattern.refine(one => !one.includes('…'), 'a whole message has no gap');

/**
 * How people say one thing. `whole`: the message is this and nothing else (好, 不); `(a|b)` stands for either, `(a|)` for
 * a or nothing. `within`: it counts anywhere in a sentence. `not`: longer sayings that contain one of the others and mean something else (是不是, 气死了).
 */
export const Sayings = z.strictObject({
  whole: z.array(WholePattern).default([]),
  within: z.array(z.string().min(1)).default([]),
  not: z.array(z.string().min(1)).default([]),
});
export type Sayings = z.infer<typeof Sayings>;

/** How people say that they are in danger. `past` anywhere in the message, without `now`: it is over, and only told. */
export const SafetySayings = z.strictObject({
  whole: z.array(WholePattern).default([]),
  within: z.array(Pattern).default([]),
  not: z.array(Pattern).default([]),
  past: z.array(Pattern).default([]),
  now: z.array(Pattern).default([]),
});
export type SafetySayings = z.infer<typeof SafetySayings>;

const Named = z.strictObject({ label: z.string().min(1), sayings: z.array(z.string().min(1)) });

/** `knowledge/lexicon/<lang>.yaml`: value → sayings. */
export const Lexicon = z.strictObject({
  /** Alipay products and accounts, with typos people make: 花贝, 借贝. */
  products: z.record(Id, Named),
  /** Hotlines by the authority's id. */
  hotlines: z.record(Id, Named),
  /** What people want to do, and the matters they ask about, for answers: 协商, 投诉, 延期, 签收, 宽限 … */
  actions: z.record(Id, Named),
  /** The manner of a question: 能不能, 怎么, 哪里, 多久, 多少钱 … */
  asks: z.record(Id, Named),
  acts: z.record(z.enum(LEXICON_ACTS), Sayings),
  nonAnswers: z.record(z.enum(NON_ANSWERS), Sayings),
  safety: z.record(z.enum(SAFETY_KINDS), SafetySayings),
  /** Switching the language, said in this language: 说中文, 用中文. */
  language: Sayings,
  /** Words that make a sentence a question. */
  questionMarks: Sayings,
  /** Words that make a question of a sentence they end: 吗, 么, 不. */
  questionEndings: z.array(z.string().min(1)),
  /** Words that turn what follows into its opposite (没, 不, 别); `not`: 不小心, 没想到. */
  negations: Sayings,
  /** Words that carry no meaning at either end of a message: 吧, 啊, 请, please. */
  fillers: z.array(z.string().min(1)),
});
export type Lexicon = z.infer<typeof Lexicon>;

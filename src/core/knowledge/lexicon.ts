import { z } from 'zod';
import { Id } from './localized.ts';
import { NON_ANSWERS } from './value.ts';

/** More wordings than this in one part would make the index slow to build. */
const WIDEST = 2500;

/** A saying: `(a|b)` stands for either, `(a|)` for a or nothing, `…` for a few other words within one clause. */
const Pattern = z
  .string()
  .regex(
    /^(?!…)(?:[^()|…]|\([^()|…]*(?:\|[^()|…]*)+\)|…(?!…|$))+$/,
    'is no pattern: (a|b), or … between words',
  );

const Indexed = Pattern.refine(
  pattern => pattern.split('…').every(part => wordings(part) <= WIDEST),
  `has a part with more than ${WIDEST} wordings`,
);

function wordings(part: string): number {
  return part.match(/\([^)]*\)/g)?.reduce((all, choice) => all * choice.split('|').length, 1) ?? 1;
}

const hasNoGap = (pattern: string): boolean => !pattern.includes('…');
const NO_GAP = 'has a gap, which only danger said inside a message may have';

/**
 * How people say one thing. `whole`: the message is this and nothing else (好, 不). `within`: it counts anywhere in a
 * sentence. `not`: longer sayings that contain one of the others and mean something else (是不是, 气死了).
 */
export const Sayings = z.strictObject({
  whole: z.array(Pattern.refine(hasNoGap, NO_GAP)).default([]),
  within: z.array(Indexed.refine(hasNoGap, NO_GAP)).default([]),
  not: z.array(Indexed.refine(hasNoGap, NO_GAP)).default([]),
});
export type Sayings = z.infer<typeof Sayings>;

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

/**
 * How people say that they are in danger; blanks and marks inside do not count. `past` anywhere in the message, without `now`: it is over,
 * and only told.
 */
export const SafetySayings = z.strictObject({
  whole: z.array(Indexed.refine(hasNoGap, NO_GAP)).default([]),
  within: z.array(Indexed).default([]),
  not: z.array(Indexed).default([]),
  past: z.array(Indexed).default([]),
  now: z.array(Indexed).default([]),
});
export type SafetySayings = z.infer<typeof SafetySayings>;

/** How a word is written wrongly, by sound or by shape; `not`: longer words in which that is right (符合预期). */
const Misspelt = z.strictObject({
  as: z.array(z.string().min(1)).min(1),
  not: z.array(z.string().min(1)).default([]),
});
/** How one thing is said in questions; `~id`: as that concept too, `a|b`: a where b follows, `*`: any short number. */
const ConceptSayings = z.record(Id, z.array(z.string().regex(/^(?:~[a-z-]+|[^|~]+(?:\|[^|~]+)?)$/)));

/** One thing that happens in the matters people come with; its sayings count anywhere in a message. */
export const HappeningSayings = z.strictObject({
  within: z.array(Pattern.refine(hasNoGap, NO_GAP)).min(1),
  not: z.array(Pattern.refine(hasNoGap, NO_GAP)).default([]),
});
export type HappeningSayings = z.infer<typeof HappeningSayings>;

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
  /** Right spelling → wrong ones; all sayings below and in the negotiations are found in either. */
  misspellings: z.record(z.string().min(1), Misspelt),
  /** Words by which questions that mean the same meet, finer than `actions` and without their power to rule out. */
  concepts: z.strictObject({
    /** Proper names, with their mistypings: 花呗, 淘宝 … */
    names: ConceptSayings,
    /** What a question is about: 关闭 and 注销, 额度, 手续费 … */
    matters: ConceptSayings,
    /** In what manner it asks: 怎么 and 如何, 为什么 and 怎么不 … */
    manners: ConceptSayings,
    /** What goes with many questions and decides few: 还是, 现在, 申请 … */
    asides: ConceptSayings,
    /** What is never asked of us and speaks against our field: 天气, 歌, 屏幕 … */
    foreign: z.array(z.string().min(1)),
    /** Words that say little or nothing: 我的, 请问, the, of … */
    frame: z.array(z.string().min(1)),
  }),
  /** What happens in the matters people come with: bought, broken, gone … Two or three of them tell of a type. */
  happenings: z.record(Id, HappeningSayings),
  /** What shows that a message is about none of these matters: a doctor, the traffic, a job. */
  elsewhere: HappeningSayings,
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

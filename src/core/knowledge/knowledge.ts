import type { Authority } from './authority.ts';
import type { CannedReply } from './canned-reply.ts';
import type { DoNotSay } from './do-not-say.ts';
import type { FaqEntry } from './faq.ts';
import type { Lexicon } from './lexicon.ts';
import type { Language } from './localized.ts';
import type { Negotiation } from './negotiation.ts';
import type { NeverPublish } from './never-publish.ts';
import type { Phrases } from './phrases.ts';
import type { Route } from './route.ts';
import type { Rule } from './rule.ts';

/** All that the bot knows, loaded, validated and resolved. */
export interface Knowledge {
  /** SHA-256 over the files it was read from, so that a case can say what it was told. */
  version: string;
  authorities: Map<string, Authority>;
  rules: Map<string, Rule>;
  routes: Route[];
  /** By number. */
  neverPublish: Map<string, NeverPublish>;
  doNotSay: DoNotSay[];
  /** In the order in which they are offered. */
  negotiations: Map<string, Negotiation>;
  faq: Map<string, FaqEntry>;
  /** What mediators say every day, in the order in which it is offered. */
  replies: CannedReply[];
  lexicon: Record<Language, Lexicon>;
  phrases: Record<Language, Phrases>;
}

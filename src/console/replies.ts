import type { ReplyTopic } from '../core/knowledge/canned-reply.ts';
import type { Language } from '../core/knowledge/localized.ts';
import type { ReplyProblem } from '../core/knowledge/reply-problem.ts';
import type { ReplyContent } from '../core/staff/replies/events.ts';
import type { ReplyPart } from '../core/staff/replies/evolve.ts';

/** A reply in one language. */
export interface WordingView {
  title: string;
  /** As it is sent: facts in their places, parameters still to be filled in. */
  text: string;
  /** As it is written. */
  source: string;
}

/** Something that mediators say often. */
export interface ReplyView {
  id: string;
  /** Whether it is the operator's own; the others come with the knowledge. */
  isOwn: boolean;
  topic: ReplyTopic;
  /** In the languages in which somebody wrote it. */
  wordings: Partial<Record<Language, WordingView>>;
  isHidden: boolean;
  /** A change names the version it was decided on; 0 where nobody has changed it. */
  version: number;
  /** Id of the account that changed it last, and when, ISO 8601 in UTC; null where nobody has. */
  changed: { by: string; at: string } | null;
  problems: ReplyProblem[];
}

/**
 * `refused`: it says what may not be said. `doubtful`: nothing known vouches for something in it, and nobody has said that
 * they do. `stale`: somebody else has changed it since; `reply` is how it is now.
 */
export type ReplyOutcome =
  | ReplyView
  | { refused: 'refused' | 'doubtful'; problems: ReplyProblem[] }
  | { refused: 'stale'; changes: ReplyPart[]; version: number; reply: ReplyView }
  | { refused: 'unknown' | 'too-many' };

/** What is written, by whom; `isMeant`: also where nothing known vouches for something in it. */
export interface ReplyGiven {
  content: ReplyContent;
  by: string;
  isMeant: boolean;
}

/** What mediators say often, and what supervisors may do about it. */
export interface Replies {
  /** Who receives cases: what `{receiver}` stands for. */
  receiver: string;
  all(): Promise<ReplyView[]>;
  check(content: ReplyContent): ReplyProblem[];
  /** `id`: of the order; given again, it is the same reply. */
  add(id: string, given: ReplyGiven): Promise<ReplyOutcome>;
  rewrite(reply: string, version: number, given: ReplyGiven): Promise<ReplyOutcome>;
  /** Offers a reply to mediators, or does so no more. */
  show(reply: string, change: { version: number; isShown: boolean; by: string }): Promise<ReplyOutcome>;
}

import { nanoid } from 'nanoid';
import type { Replies, ReplyGiven, ReplyOutcome, ReplyView, WordingView } from '../../console/replies.ts';
import { withFacts } from '../../core/dialogue/render.ts';
import { replyProblems } from '../../core/dialogue/reply-problems.ts';
import type { CannedReply } from '../../core/knowledge/canned-reply.ts';
import type { Knowledge } from '../../core/knowledge/knowledge.ts';
import { LANGUAGES, type Language } from '../../core/knowledge/localized.ts';
import { isDoubtful, isRefused } from '../../core/knowledge/reply-problem.ts';
import { decideReply, type ReplyCommand, type ReplyRefusal } from '../../core/staff/replies/decide.ts';
import type { ReplyContent, ReplyEvent } from '../../core/staff/replies/events.ts';
import {
  evolveReplies,
  type KeptReplies,
  type KeptReply,
  noReplies,
} from '../../core/staff/replies/evolve.ts';
import type { Store } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import { commit } from '../commit.ts';
import { REPLIES, STAFF_OWNER } from '../streams.ts';
import { FoldedStream } from './folded-stream.ts';

export interface RepliesParts {
  store: Store;
  clock: Clock;
  knowledge: Knowledge;
  /** Who receives filed cases. */
  receiver: string;
}

/** What a reply of the operator's own is called, unlike any that comes with the knowledge. */
const OWN = 'own-';

export function replies({ store, clock, knowledge, receiver }: RepliesParts): Replies {
  const folded = new FoldedStream(store, REPLIES, noReplies, (state, stored) =>
    evolveReplies(state, stored.event as ReplyEvent, stored),
  );
  const builtIn = new Map(knowledge.replies.map(one => [one.id, one]));
  const builtInIds = new Set(builtIn.keys());

  const viewsOf = (kept: KeptReplies): ReplyView[] => [
    ...[...kept].flatMap(([id, one]) => (one.content ? [ownView(id, one, one.content)] : [])).toReversed(),
    ...knowledge.replies.map(one => builtInView(one, kept.get(one.id))),
  ];

  function builtInView({ id, topic, title, text }: CannedReply, kept: KeptReply | undefined): ReplyView {
    const wordings = Object.fromEntries(
      LANGUAGES.map(language => [language, wording(title[language], text[language], language)]),
    );
    return { id, isOwn: false, topic, wordings, ...standingOf(kept), problems: [] };
  }

  function ownView(id: string, kept: KeptReply, { topic, wordings }: ReplyContent): ReplyView {
    const shown = LANGUAGES.flatMap(language => {
      const one = wordings[language];
      return one ? [[language, wording(one.title, one.text, language)] as const] : [];
    });
    const problems = replyProblems(wordings, knowledge);
    return { id, isOwn: true, topic, wordings: Object.fromEntries(shown), ...standingOf(kept), problems };
  }

  function wording(title: string, source: string, language: Language): WordingView {
    return { title, source, text: asSent(source, language) };
  }

  /** A fact may have gone from the knowledge since a reply that cites it was written; that shows among its problems. */
  function asSent(source: string, language: Language): string {
    try {
      return withFacts(source, knowledge, language);
    } catch {
      return source;
    }
  }

  async function change(command: ReplyCommand): Promise<ReplyOutcome> {
    const to = { stream: REPLIES, owner: STAFF_OWNER, cause: nanoid(), at: clock.now() };
    let refusal: ReplyRefusal | null = null;
    await commit(store, to, async () => {
      const { state, version } = await folded.current();
      const decision = decideReply(state, command, builtInIds);
      refusal = 'refused' in decision ? decision : null;
      return { expectedVersion: version, events: 'events' in decision ? decision.events : [] };
    });
    return outcomeOf(command.reply, refusal);
  }

  async function outcomeOf(id: string, refusal: ReplyRefusal | null): Promise<ReplyOutcome> {
    const reply = viewsOf((await folded.current()).state).find(one => one.id === id);
    if (!reply) return { refused: refusal?.refused === 'too-many' ? 'too-many' : 'unknown' };
    return refusal?.refused === 'stale' ? { ...refusal, reply } : (refusal ?? reply);
  }

  function problemsWith({ content, isMeant }: ReplyGiven): ReplyOutcome | null {
    const problems = replyProblems(content.wordings, knowledge);
    if (problems.some(isRefused)) return { refused: 'refused', problems };
    return !isMeant && problems.some(isDoubtful) ? { refused: 'doubtful', problems } : null;
  }

  return {
    receiver,
    all: async () => viewsOf((await folded.current()).state),
    check: ({ wordings }) => replyProblems(wordings, knowledge),
    add: async (id, given) =>
      problemsWith(given) ??
      change({ command: 'add', reply: OWN + id, content: given.content, by: given.by }),
    rewrite: async (reply, version, given) =>
      problemsWith(given) ??
      change({ command: 'rewrite', reply, version, content: given.content, by: given.by }),
    show: (reply, given) => change({ command: 'show', reply, ...given }),
  };
}

const standingOf = (kept: KeptReply | undefined): Pick<ReplyView, 'isHidden' | 'version' | 'changed'> => ({
  isHidden: kept?.isHidden ?? false,
  version: kept?.version ?? 0,
  changed: kept ? { by: kept.by, at: kept.at } : null,
});

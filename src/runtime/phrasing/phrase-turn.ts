import type { ConversationEvent, Phrasing, Reply } from '../../core/conversation/events.ts';
import { moodOf } from '../../core/dialogue/mood-of.ts';
import { type Draft, rewordable } from '../../core/dialogue/rewordable.ts';
import type { Turn } from '../../core/dialogue/turn.ts';
import { wordsToSend } from '../../core/dialogue/words-to-send.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import type { Phraser } from '../../phrasing/phraser.ts';
import { judge } from './judge.ts';
import { marked } from './marked.ts';

/** What is said in the place of a draft, or in its very words, and how it came to that. */
interface Phrased {
  text: string;
  phrasing: Phrasing;
}

/**
 * The events of a turn, with what may be said otherwise in the words of a model where the core lets them pass, and as
 * the rules wrote it everywhere else. Never rejects for anything that a model does.
 * @param deadline when it is aborted, drafts stand
 */
export async function phraseTurn(
  turn: Turn,
  phraser: Phraser,
  deadline: AbortSignal,
  metrics: Metrics,
): Promise<ConversationEvent[]> {
  const drafts = rewordable(turn);
  if (drafts.length === 0) return turn.events;
  const mood = moodOf(turn);
  const words = phraser.sendsWords ? wordsToSend(turn) : null;
  const said = new Map<Reply | null, Phrased>();

  async function phrase({ task, reply, language, parts }: Draft): Promise<void> {
    const draft = marked(parts);
    // Whoever takes over has no use for a tone.
    const own = reply === null ? { mood: 'calm' as const, words: null } : { mood, words };
    const request = { task, language, text: draft.text, ...own };
    const { model, prompt, ...answer } = await phraser.reword(request, deadline);
    const by = { draft: draft.filled, model, prompt };
    const verdict = 'failure' in answer ? { veto: answer.failure } : judge(draft, answer.text, language);
    if ('veto' in verdict) {
      metrics.count('rewordings', 'failure' in answer ? answer.failure : 'vetoed');
      said.set(reply, { text: draft.filled, phrasing: { ...by, veto: verdict.veto } });
      return;
    }
    metrics.count('rewordings', verdict.text === draft.filled ? 'unchanged' : 'shown');
    if (verdict.text !== draft.filled)
      said.set(reply, { text: verdict.text, phrasing: { ...by, veto: null } });
  }

  await Promise.all(drafts.map(phrase));
  return turn.events.flatMap(event => withWords(event, said));
}

function withWords(
  event: ConversationEvent,
  said: ReadonlyMap<Reply | null, Phrased>,
): ConversationEvent | ConversationEvent[] {
  if (event.type === 'BotReplied')
    return { ...event, replies: event.replies.map(reply => ({ ...reply, ...said.get(reply) })) };
  const summary = event.type === 'CaseFiled' ? said.get(null) : undefined;
  return summary ? [{ type: 'SummaryPhrased', ...summary }, event] : event;
}

import type { ConversationEvent, Phrasing, Reply } from '../../src/core/conversation/events.ts';
import { type Happened, handOver } from '../../src/core/dialogue/hand-over.ts';
import type { Append, Store, StreamEvent } from '../../src/stores/store.ts';
import { mind } from './running.ts';

export const MODEL = 'some-model';
export const PROMPT = '0123456789abcdef'.repeat(4);

const asked = (draft: string, veto: string | null): Phrasing => ({
  draft,
  model: MODEL,
  prompt: PROMPT,
  veto,
});

/** What a model makes of a text, here as in `rewordingStore`. */
export const otherwise = (draft: string): string =>
  /\p{Script=Han}/u.test(draft) ? `好的，明白了。${draft}` : `All right. ${draft}`;

/** A reply as it is kept where a model was asked: questions are reworded, and what was noted is vetoed. */
export function phrased(reply: Reply): Reply {
  const { act, text } = reply;
  if (act === 'ask' || act === 'not-understood')
    return { ...reply, text: otherwise(text), phrasing: asked(text, null) };
  return act === 'noted' ? { ...reply, phrasing: asked(text, 'timeout') } : reply;
}

/** A store in which talks come to lie as if a model had reworded their questions and the summary of their case. */
export function rewordingStore(store: Store): Store {
  return {
    ...store,
    async append(append) {
      const isFiling = append.events.some(event => event.type === 'CaseFiled');
      const before = isFiling ? [summaryPhrased(await filedBy(append))] : [];
      return store.append({
        ...append,
        events: append.events.flatMap((event): StreamEvent[] => {
          if (event.type === 'BotReplied') return [{ ...event, replies: event.replies.map(phrased) }];
          return event.type === 'CaseFiled' ? [...before, event] : [event];
        }),
      });
    },
  };

  /** The rules' own summary of the case that is filed by these events. */
  async function filedBy({ stream, at, events }: Append): Promise<string> {
    const filed = events.slice(0, events.findIndex(event => event.type === 'CaseFiled') + 1);
    const history = [...(await store.read(stream)), ...filed.map(event => ({ at, event }))] as Happened[];
    return handOver(history, stream, mind.knowledge).sheet.summary;
  }
}

const summaryPhrased = (draft: string): ConversationEvent => ({
  type: 'SummaryPhrased',
  text: otherwise(draft),
  phrasing: asked(draft, null),
});

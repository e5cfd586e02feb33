import { alikeQuestions } from '../../core/dialogue/alike-questions.ts';
import type { Mind } from '../../core/dialogue/mind.ts';
import type { Store } from '../../stores/store.ts';
import { CONVERSATION } from '../streams.ts';

const PAGE = 500;
/** Other wordings shown of a group. */
const WORDINGS = 3;

/** A question that nobody could answer, as it lies in the store. */
interface Asked {
  question: string;
  nearest: string[];
  conversation: string;
  at: string;
  /** The answer that the person then chose among those offered. */
  chosen: string | null;
}

/**
 * `npm run knowledge -- gaps`: the questions nothing known answers, those that ask the same together, most asked first:
 * by how many people, what was offered, and what they chose of it. Returns what to print.
 */
export async function gapsOf(store: Store, mind: Mind): Promise<string> {
  const groups = alikeQuestions(await unanswered(store), mind);
  if (groups.length === 0) return 'Every question so far had an answer.';
  const total = groups.reduce((sum, asked) => sum + asked.length, 0);
  return [`${total} question(s) without an answer, in ${groups.length} group(s)`, ...groups.map(shown)].join(
    '\n\n',
  );
}

async function unanswered(store: Store): Promise<Asked[]> {
  const parts = Array.from({ length: store.partitions }, (_, partition) => unansweredIn(store, partition));
  return (await Promise.all(parts)).flat().sort((a, b) => a.at.localeCompare(b.at));
}

async function unansweredIn(store: Store, partition: number): Promise<Asked[]> {
  const found: Asked[] = [];
  const open = new Map<string, Asked>();
  for (let after = 0; ; ) {
    const { events, upTo } = await store.readAll(partition, after, PAGE);
    if (upTo === after) return found;
    after = upTo;
    for (const { stream, at, event } of events) {
      if (event.type === 'QuestionUnanswered') {
        const asked = {
          question: event.question,
          nearest: event.nearest,
          conversation: stream.slice(CONVERSATION.length),
          at,
          chosen: null,
        };
        found.push(asked);
        open.set(stream, asked);
      } else if (event.type === 'UserSaid') {
        const asked = open.get(stream);
        if (asked && event.choice?.startsWith('faq:')) asked.chosen = event.choice.slice('faq:'.length);
        open.delete(stream);
      }
    }
  }
}

function shown(asked: Asked[]): string {
  const wordings = [...new Set(asked.map(({ question }) => question))];
  const people = new Set(asked.map(({ conversation }) => conversation)).size;
  const latest =
    asked
      .map(({ at }) => at.slice(0, 10))
      .sort()
      .at(-1) ?? '';
  const counted = (ids: string[]): string =>
    [...Map.groupBy(ids, id => id)]
      .sort((a, b) => b[1].length - a[1].length)
      .map(([id, all]) => `${id} (${all.length})`)
      .join(', ');
  const chosen = counted(asked.flatMap(one => one.chosen ?? []));
  const nearest = counted(asked.flatMap(one => one.nearest));
  return [
    `${asked.length} × ${wordings[0]}  (${people} people, last ${latest})`,
    ...wordings.slice(1, 1 + WORDINGS).map(one => `    also: ${one}`),
    `    offered: ${nearest || 'nothing was near'}`,
    ...(chosen ? [`    then chosen: ${chosen}`] : []),
  ].join('\n');
}

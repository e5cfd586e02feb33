import type { Mind } from '../../core/dialogue/mind.ts';
import { termsOf } from '../../core/faq/terms.ts';
import { facetsIn } from '../../core/nlu/facets.ts';
import type { Store } from '../../stores/store.ts';
import { CONVERSATION } from '../streams.ts';

const PAGE = 500;
/** Two questions ask the same where they share at least so much of their weight. */
const ALIKE = 0.45;
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

interface Group {
  asked: Asked[];
  terms: Map<number, number>;
}

/**
 * `npm run knowledge -- gaps`: the questions nothing known answers, those that ask the same together, most asked first:
 * by how many people, what was offered, and what they chose of it. Returns what to print.
 */
export async function gapsOf(store: Store, mind: Mind): Promise<string> {
  const groups = grouped(await unanswered(store), mind);
  if (groups.length === 0) return 'Every question so far had an answer.';
  const total = groups.reduce((sum, { asked }) => sum + asked.length, 0);
  return [
    `${total} question(s) without an answer, in ${groups.length} group(s)`,
    ...groups.map(({ asked }) => shown(asked)),
  ].join('\n\n');
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

function grouped(all: Asked[], mind: Mind): Group[] {
  const groups: Group[] = [];
  for (const asked of all) {
    const terms = termsOf(asked.question, facetsIn(asked.question, mind.understanding), mind.faq.concepts);
    const [best] = groups
      .map(group => ({ group, shared: alike(terms, group.terms) }))
      .filter(({ shared }) => shared >= ALIKE)
      .sort((a, b) => b.shared - a.shared);
    if (best) best.group.asked.push(asked);
    else groups.push({ asked: [asked], terms });
  }
  return groups.sort((a, b) => b.asked.length - a.asked.length);
}

/** The weight of the terms that two questions share, against the weight of all that either has: 0 to 1. */
function alike(a: Map<number, number>, b: Map<number, number>): number {
  let [shared, all] = [0, 0];
  for (const [term, weight] of a) {
    if (b.has(term)) shared += weight;
    all += weight;
  }
  for (const [term, weight] of b) if (!a.has(term)) all += weight;
  return all === 0 ? 0 : shared / all;
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

import type { Conversation } from '../conversation/state.ts';
import { type Facets, type FaqHit, searchFaq } from '../faq/search.ts';
import { type Interpretation, interpret } from '../nlu/interpret.ts';
import type { ReadingContext } from '../nlu/values/recogniser.ts';
import { followUp } from './follow-up.ts';
import type { Mind } from './mind.ts';

/**
 * The answers nearest to what a message asks, best first. Searched for are the message, its asking clauses alone where
 * it tells something beside them, and, after an answer, the question that it follows up.
 * @returns the hits, and the question they answer, a follow-up written out in full
 */
export function findAnswers(
  reading: Interpretation,
  text: string,
  topic: Conversation['topic'],
  mind: Mind,
): { hits: FaqHit[]; question: string } {
  const facets = facetsOf(reading);
  let hits = searchFaq(mind.faq, reading.text, facets);
  const asking = reading.questions.map(clause => reading.text.slice(clause.start, clause.end)).join(' ');
  if (asking !== '' && reading.clauses.length > 1) hits = merge(hits, searchFaq(mind.faq, asking, facets));
  const resolved = topic && followUp(reading, readQuestion(topic.question, mind), mind);
  if (!resolved) return { hits, question: text };
  const followed = searchFaq(mind.faq, resolved, facetsOf(readQuestion(resolved, mind)));
  const isFollowed = (followed[0]?.score ?? 0) >= (hits[0]?.score ?? 0);
  return { hits: merge(hits, followed), question: isFollowed ? resolved : text };
}

function facetsOf(reading: Interpretation): Facets {
  const ids = (found: { id: string }[]): string[] => found.map(hit => hit.id);
  return {
    about: ids(reading.products),
    hotline: ids(reading.hotlines),
    action: ids(reading.actions),
    ask: ids(reading.asks),
  };
}

/** A question holds no values to be read against a day, so any will do. */
const ANY_DAY: ReadingContext = {
  language: 'zh-CN',
  now: '2000-01-01T00:00:00.000Z',
  zone: 'Asia/Shanghai',
  asked: null,
  prefers: 'past',
};

export const readQuestion = (question: string, mind: Mind): Interpretation =>
  interpret(question, mind.understanding, ANY_DAY);

function merge(hits: FaqHit[], more: FaqHit[]): FaqHit[] {
  const best = new Map(hits.map(hit => [hit.entry.id, hit]));
  for (const hit of more) if (hit.score > (best.get(hit.entry.id)?.score ?? 0)) best.set(hit.entry.id, hit);
  return [...best.values()].sort((a, b) => b.score - a.score);
}

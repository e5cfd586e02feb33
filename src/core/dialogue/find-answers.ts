import type { Conversation } from '../conversation/state.ts';
import { type FaqHit, searchFaq } from '../faq/search.ts';
import { facetsIn } from '../nlu/facets.ts';
import { type Interpretation, interpret } from '../nlu/interpret.ts';
import type { ReadingContext } from '../nlu/values/recogniser.ts';
import { followUp } from './follow-up.ts';
import type { Mind } from './mind.ts';

/** Answers near to a question, best first, and the question they answer, a follow-up written out in full. */
export interface FoundAnswers {
  hits: FaqHit[];
  question: string;
}

/**
 * The answers nearest to what a message asks. Searched for are the message, its asking clauses alone where it tells
 * something beside them, and, after an answer, the question that it follows up.
 */
export function findAnswers(
  reading: Interpretation,
  question: string,
  topic: Conversation['topic'],
  mind: Mind,
): FoundAnswers {
  const facets = facetsIn(reading.text, mind.understanding);
  let hits = searchFaq(mind.faq, reading.text, facets);
  const asking = reading.questions.map(clause => reading.text.slice(clause.start, clause.end)).join(' ');
  if (asking !== '' && reading.clauses.length > 1) hits = merge(hits, searchFaq(mind.faq, asking, facets));
  const resolved = topic && followUp(reading, readQuestion(topic.question, mind), mind);
  if (!resolved) return { hits, question };
  const followed = searchFaq(mind.faq, resolved, facetsIn(resolved, mind.understanding));
  const isFollowed = (followed[0]?.score ?? 0) >= (hits[0]?.score ?? 0);
  return { hits: merge(hits, followed), question: isFollowed ? resolved : question };
}

/** From here on an answer may be given; between `WORTH_OFFERING` and this the nearest ones are offered as buttons. */
const SURE_ENOUGH = 0.35;
export const WORTH_OFFERING = 0.25;
/** The first answer leads the second by so much of its own score, unless it is nearly its very wording. */
const LEAD = 0.08;
const NO_LEAD_NEEDED = 0.9;

/** Whether the first answer is so near, and so much nearer than the second, that it is the one meant. */
export function isSure([best, second]: FaqHit[], enough = SURE_ENOUGH): boolean {
  if (!best || best.score < enough) return false;
  return best.score >= NO_LEAD_NEEDED || best.score - (second?.score ?? 0) >= LEAD * best.score;
}

/** A question holds no values to be read against a day, so any will do. */
const ANY_DAY: ReadingContext = {
  language: 'zh-CN',
  now: '2000-01-01T00:00:00.000Z',
  zone: 'Asia/Shanghai',
  asked: null,
  prefers: 'past',
};

const readQuestion = (question: string, mind: Mind): Interpretation =>
  interpret(question, mind.understanding, ANY_DAY);

function merge(hits: FaqHit[], more: FaqHit[]): FaqHit[] {
  const best = new Map(hits.map(hit => [hit.entry.id, hit]));
  for (const hit of more) if (hit.score > (best.get(hit.entry.id)?.score ?? 0)) best.set(hit.entry.id, hit);
  return [...best.values()].sort((a, b) => b.score - a.score);
}

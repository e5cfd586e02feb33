import type { Conversation } from '../conversation/state.ts';
import { belonging } from '../faq/belonging.ts';
import { type FaqHit, searchFaq } from '../faq/search.ts';
import { type Facets, facetsIn, facetsOf } from '../nlu/facets.ts';
import type { Interpretation } from '../nlu/interpret.ts';
import { followUp } from './follow-up.ts';
import type { Mind } from './mind.ts';

/** Answers near to a question, best first. */
export interface FoundAnswers {
  hits: FaqHit[];
  /** What they answer, a follow-up written out in full. */
  question: string;
  /** Whether the first is so near, and so much nearer than the second, that it is the one meant. */
  isSure: boolean;
  /** Whether the message as a whole asks the first in nearly these words. */
  isVerbatim: boolean;
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
  const facets = facetsOf(reading);
  let hits = searchFaq(mind.faq, reading.text, facets);
  const verbatim = isVerbatim(hits);
  const asking = reading.questions.map(clause => reading.text.slice(clause.start, clause.end)).join(' ');
  if (asking !== '' && reading.clauses.length > 1) hits = merge(hits, searchFaq(mind.faq, asking, facets));
  const sure = (some: FaqHit[], words: string, named: Facets): boolean =>
    isSure(some, named, belonging(mind.faq, words, named));
  const resolved = topic && followUp(reading, topic.question, mind);
  if (resolved) {
    const named = facetsIn(resolved, mind.understanding);
    const followed = searchFaq(mind.faq, resolved, named);
    // 那12315呢 is nearly the bare number, but asks what was asked before.
    if (sure(followed, resolved, named))
      return { hits: followed, question: resolved, isSure: true, isVerbatim: false };
    if ((followed[0]?.score ?? 0) >= (hits[0]?.score ?? 0))
      return { hits: merge(hits, followed), question: resolved, isSure: false, isVerbatim: false };
    hits = merge(hits, followed);
  }
  return { hits, question, isSure: sure(hits, asking || reading.text, facets), isVerbatim: verbatim };
}

/** The nearest answers are offered as buttons from here on. */
export const WORTH_OFFERING = 0.25;
/** Asked in nearly these words. */
const VERBATIM = 0.9;
/** How near an answer has to be: the less of our field a question names, the nearer. */
const NEAR = { withProductOrHotline: 0.3, withAction: 0.55, withNothing: 0.65 };
/** How near and how far ahead of the second together. */
const SURE = { withProductOrHotline: 0.75, withAction: 0.85, withNothing: 0.95 };
/** The lead over the second, as a share of the first one's score, counts so much beside that score, up to so great a lead. */
const LEAD = { weight: 2, most: 0.4 };
/**
 * What belongs to our field less than this is answered only where it is asked in nearly the words we know. Set with
 * `NEAR` so that of a thousand foreign questions three at most are answered: `npm run eval -- scope`.
 */
const OUR_FIELD = 0.42;

const isVerbatim = ([best]: FaqHit[]): boolean => (best?.score ?? 0) >= VERBATIM;

function isSure([best, second]: FaqHit[], { about, hotline, action }: Facets, belongs: number): boolean {
  const score = best?.score ?? 0;
  if (score >= VERBATIM) return true;
  const named =
    about.length + hotline.length > 0
      ? 'withProductOrHotline'
      : action.length > 0
        ? 'withAction'
        : 'withNothing';
  if (belongs < OUR_FIELD || score < NEAR[named]) return false;
  const lead = Math.min(LEAD.most, (score - (second?.score ?? 0)) / score);
  return score + LEAD.weight * lead >= SURE[named];
}

function merge(hits: FaqHit[], more: FaqHit[]): FaqHit[] {
  const best = new Map(hits.map(hit => [hit.entry.id, hit]));
  for (const hit of more) if (hit.score > (best.get(hit.entry.id)?.score ?? 0)) best.set(hit.entry.id, hit);
  return [...best.values()].sort((a, b) => b.score - a.score);
}

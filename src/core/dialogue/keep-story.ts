import { interpret } from '../nlu/interpret.ts';
import { impossible } from './check-value.ts';
import { assignValues } from './fill-slots.ts';
import type { Turn } from './turn.ts';

/** A message at least this long, with this much in it that tells and does not ask, says what happened. */
const SHORTEST_STORY = 12;
const SHORTEST_TELLING = 8;
/** The slot that holds the account of what happened, in every type. */
export const STORY = 'what-happened';

/** Words that told of no type; what tells of one later takes their place as the account. */
const UNTOLD = 'untold-story';

/** Takes the person's opening words as the account of what happened, unless they have given one or only asked. */
export function keepStory(turn: Turn): void {
  const known = turn.state.slots[STORY];
  if (isTelling(turn) && (!known || known.from.rule === UNTOLD)) takeAsStory(turn, 'opening-story');
}

/**
 * Takes words that tell of nothing we know as the account all the same, so that nobody has to tell it twice.
 * @returns whether they were taken
 */
export function keepUntold(turn: Turn): boolean {
  if (!isTelling(turn) || turn.state.slots[STORY]) return false;
  takeAsStory(turn, UNTOLD);
  return true;
}

function isTelling({ reading, message }: Turn): boolean {
  const telling = reading.clauses.filter(clause => !reading.questions.includes(clause));
  const told = telling.reduce((length, clause) => length + clause.end - clause.start, 0);
  return message.text.trim().length >= SHORTEST_STORY && told >= SHORTEST_TELLING;
}

function takeAsStory(turn: Turn, rule: string): void {
  const text = turn.message.text.trim();
  turn.fill(STORY, { kind: 'text', text }, turn.from(turn.everything, rule, 'assumed'));
}

/** Takes all of a message as the account of what happened, question or not, and what it is about with it. */
export function keepWords(turn: Turn): void {
  const { id: message, text } = turn.message;
  const words = text.trim();
  if (words.length >= SHORTEST_STORY && !turn.state.slots[STORY]) takeAsStory(turn, 'opening-story');
  reread(turn, { message, start: 0, words: text }, 'asked');
}

/** Words said before, with the place of their first character in the message they come from. */
interface Said {
  message: string;
  start: number;
  words: string;
}

/**
 * Reads what was said before the type was known again, now that its slots are, so that nothing told is asked again: the
 * account, and of the question answered last (花呗还不上怎么办) what it is about.
 */
export function rereadBefore(turn: Turn): void {
  const story = turn.state.slots[STORY];
  if (story?.value.kind === 'text' && story.from.message !== turn.message.id)
    reread(turn, story.from, 'told');
  const { topic } = turn.before;
  if (topic?.message) reread(turn, { message: topic.message, start: 0, words: topic.question }, 'asked');
}

function reread(turn: Turn, said: Said, how: 'told' | 'asked'): void {
  const { negotiation, state, mind, moment } = turn;
  if (!negotiation) return;
  const { zone, language } = state;
  const context = { language, now: moment.now, zone, asked: null, prefers: 'past' as const };
  const reading = interpret(said.words, mind.understanding, context);
  const { slots } = turn;
  // A question tells what it is about; the sums and days in it may be anything.
  const read = how === 'told' ? reading : { ...reading, questions: [], values: [] };
  for (const { slot, candidates, span, rule } of assignValues(read, negotiation, slots, state, null, true)) {
    const [value] = candidates;
    if (!value || candidates.length > 1 || impossible(value, slot, turn.today) || turn.state.slots[slot.id])
      continue;
    const start = said.start + span.start;
    const words = said.words.slice(span.start, span.end);
    turn.fill(slot.id, value, {
      message: said.message,
      start,
      end: start + words.length,
      words,
      rule,
      certainty: 'assumed',
    });
  }
}

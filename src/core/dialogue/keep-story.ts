import { interpret } from '../nlu/interpret.ts';
import { impossible } from './check-value.ts';
import { assignValues } from './fill-slots.ts';
import { applicableSlots } from './next-question.ts';
import type { Turn } from './turn.ts';

/** A message at least this long, with this much in it that tells and does not ask, says what happened. */
const SHORTEST_STORY = 12;
const SHORTEST_TELLING = 8;
/** The slot that holds the account of what happened, in every type. */
export const STORY = 'what-happened';

/** Takes the person's opening words as the account of what happened, unless they have given one or only asked. */
export function keepStory(turn: Turn): void {
  const { reading, state, message } = turn;
  const words = message.text.trim();
  const telling = reading.clauses.filter(clause => !reading.questions.includes(clause));
  const told = telling.reduce((length, clause) => length + clause.end - clause.start, 0);
  if (words.length < SHORTEST_STORY || told < SHORTEST_TELLING || state.slots[STORY]) return;
  turn.fill(STORY, { kind: 'text', text: words }, turn.from(turn.everything, 'opening-story', 'assumed'));
}

/** Reads an account given before the type was known again, now that its slots are, so that nothing told is asked again. */
export function rereadStory(turn: Turn): void {
  const { negotiation, state, mind, moment } = turn;
  const story = state.slots[STORY];
  if (!negotiation || story?.value.kind !== 'text' || story.from.message === turn.message.id) return;
  const { zone, language } = state;
  const reading = interpret(story.from.words, mind.understanding, {
    language,
    now: moment.now,
    zone,
    asked: null,
    prefers: 'past',
  });
  const slots = applicableSlots(negotiation, state, turn.today);
  for (const { slot, candidates, span, rule } of assignValues(
    reading,
    negotiation,
    slots,
    state,
    null,
    true,
  )) {
    const [value] = candidates;
    if (!value || candidates.length > 1 || impossible(value, slot, turn.today) || state.slots[slot.id])
      continue;
    const words = story.from.words.slice(span.start, span.end);
    const start = story.from.start + span.start;
    turn.fill(slot.id, value, {
      message: story.from.message,
      start,
      end: start + words.length,
      words,
      rule,
      certainty: 'assumed',
    });
  }
}

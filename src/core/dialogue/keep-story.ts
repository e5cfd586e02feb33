import { interpret } from '../nlu/interpret.ts';
import { impossible } from './check-value.ts';
import { assignValues } from './fill-slots.ts';
import { applicableSlots } from './next-question.ts';
import type { Turn } from './turn.ts';

/** A first message at least this long tells what happened; it is kept so that nobody has to tell it twice. */
const SHORTEST_STORY = 12;
/** The slot that holds the account of what happened, in every type. */
export const STORY = 'what-happened';

/** Takes the person's opening words as the account of what happened, unless they have given one or only asked. */
export function keepStory(turn: Turn): void {
  const { reading, state, message } = turn;
  const told = message.text.trim();
  const onlyAsks = reading.questions.length > 0 && reading.questions.length === reading.clauses.length;
  if (told.length < SHORTEST_STORY || onlyAsks || state.slots[STORY]) return;
  turn.fill(STORY, { kind: 'text', text: told }, turn.from(turn.everything, 'opening-story', 'assumed'));
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

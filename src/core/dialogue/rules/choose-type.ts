import { offerTypes } from '../ask.ts';
import { holds } from '../holds.ts';
import { keepStory, keepWords, rereadBefore } from '../keep-story.ts';
import type { Rule, Turn } from '../turn.ts';

/** From here on a message tells of a type. */
const TELLS = 2;
/** A lead of this many points decides between two types; less, and the person chooses. */
const CLEAR_LEAD = 2;
/** So strongly a message must tell of another matter before the person is asked whether that is meant. */
const STRONG = 3;

/** The type is pressed, named, or told by the story. With near ties the person is shown two or three buttons. */
export const chooseType: Rule = {
  name: 'choose-type',
  apply(turn) {
    if (turn.pressed?.verb === 'type') return take(turn, turn.pressed.argument, 'button', 'stated');
    const { named } = turn.reading;
    if (named !== null && named !== turn.state.negotiation && !turn.looksLikeQuestion)
      return take(turn, named, 'named', 'stated');
    if (turn.does('types')) {
      turn.understood = true;
      offerTypes(turn);
      turn.asksOn = false;
      return 'done';
    }
    if (turn.pressed) return undefined;
    if (turn.negotiation && !turn.state.case) return anotherMatter(turn);
    const { reading } = turn;
    const urgent = reading.types.find(type => type.score >= TELLS && isUrgent(turn, type.negotiation));
    // Who tells how much is gone does not only ask, however near an answer is.
    const tellsLoss = reading.values.length > 0 && !turn.found.isVerbatim;
    if (urgent && (!turn.isAnswered || tellsLoss) && !turn.state.case) {
      const taken = take(turn, urgent.negotiation, 'story', 'assumed');
      // The cry for help tells what happened, though all of it is a question.
      keepWords(turn);
      return taken;
    }
    if (turn.asksSomethingKnown || (turn.looksLikeQuestion && reading.toldTypes.length === 0))
      return undefined;
    const types = reading.isQuestion ? reading.toldTypes : reading.types;
    const [best, second] = types;
    if (!best || best.score < TELLS) return undefined;
    const tied = second !== undefined && best.score - second.score < CLEAR_LEAD;
    // An answer with its buttons leads on better than a choice between two types.
    if (tied && turn.reading.isQuestion && turn.isAnswered) return undefined;
    // After filing, a story may be about the case just filed; a new one begins only when the person says so.
    if (tied || turn.state.case) {
      turn.understood = true;
      offerTypes(
        turn,
        types.slice(0, 3).map(type => type.negotiation),
      );
      if (!turn.state.case) keepStory(turn);
      turn.asksOn = false;
      return 'done';
    }
    return take(turn, best.negotiation, 'story', 'assumed');
  },
};

/** Whether an emergency of the type would be told at once: where minutes matter, what to do comes before a choice of answers. */
function isUrgent({ state, mind, today }: Turn, negotiation: string): boolean {
  const warnings = mind.knowledge.negotiations.get(negotiation)?.warnings ?? [];
  return warnings.some(
    ({ moment, when }) => moment === 'emergency' && (!when || holds(when, { ...state, negotiation }, today)),
  );
}

/** In the middle of one matter a message tells strongly of another, and nothing of this one: the person says which it is. */
function anotherMatter(turn: Turn): 'done' | undefined {
  const { reading, state } = turn;
  const [best] = reading.types;
  const ofThis = reading.types.some(type => type.negotiation === state.negotiation);
  const isAnswer = turn.asked?.kind === 'text' || turn.looksLikeQuestion;
  if (!best || best.score < STRONG || ofThis || isAnswer || !state.negotiation) return undefined;
  turn.understood = true;
  offerTypes(turn, [best.negotiation, state.negotiation]);
  turn.asksOn = false;
  return 'done';
}

function take(turn: Turn, id: string, rule: string, certainty: 'stated' | 'assumed'): 'done' | undefined {
  const negotiation = turn.mind.knowledge.negotiations.get(id);
  if (!negotiation) return undefined;
  turn.understood = true;
  const was = turn.state.negotiation;
  if (turn.state.case) turn.emit({ type: 'ConversationRestarted' });
  if (turn.state.negotiation !== id || turn.state.paused) {
    turn.emit({ type: 'TypeChosen', negotiation: id, from: turn.from(turn.everything, rule, certainty) });
  }
  const label = negotiation.label[turn.state.language];
  const change = [turn.button('button-other-type', 'act:types')];
  turn.say(
    'type-chosen',
    { label },
    {
      key: was && was !== id ? 'type-changed' : certainty === 'assumed' ? 'type-assumed' : 'type-chosen',
      ...(certainty === 'assumed' ? { buttons: change } : {}),
    },
  );
  if (certainty === 'assumed') keepStory(turn);
  rereadBefore(turn);
  return turn.pressed || rule === 'named' ? 'done' : undefined;
}

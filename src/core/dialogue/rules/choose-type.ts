import { offerTypes } from '../ask.ts';
import type { TypeScore } from '../../nlu/score-types.ts';
import { keepStory, keepWords, rereadBefore } from '../keep-story.ts';
import type { Rule, Turn } from '../turn.ts';
import { showWarnings, warningsDue } from '../warnings.ts';

/** From this score on a message tells of a type. */
const TELLS = 2;
/** So likely a type is taken, with a button to change it; less, and the person chooses. */
const SURE = 0.9;
/** So likely a type is among those to choose from. */
const POSSIBLE = 0.05;
const MOST_OFFERED = 3;
/** A type named so strongly, and by so much more than any other, is taken whatever else the story brings up. */
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
    const isUrgent = turn.reading.types.some(
      type => type.named >= TELLS && emergency(turn, type.negotiation),
    );
    if (isUrgent && !turn.state.case && (tellsLoss(turn) || !turn.isAnswered)) {
      const settled = settle(turn, turn.reading.types);
      // The cry for help tells what happened, though all of it is a question.
      if (turn.negotiation) keepWords(turn);
      return settled;
    }
    if (turn.asksSomethingKnown || (turn.looksLikeQuestion && turn.reading.toldTypes.length === 0))
      return undefined;
    return settle(turn, turn.reading.isQuestion ? turn.reading.toldTypes : turn.reading.types);
  },
};

/** Who tells how much is gone does not only ask, however near an answer is. */
const tellsLoss = (turn: Turn): boolean => turn.reading.values.length > 0 && !turn.found.isVerbatim;

/** Takes the type that is surely meant, or shows those that are near. */
function settle(turn: Turn, types: TypeScore[]): 'done' | undefined {
  const [best] = types;
  if (!best || best.score < TELLS) return undefined;
  const isSure = best.confidence >= SURE || isNamedAlone(best, types);
  const near = types.filter(type => type.confidence >= POSSIBLE).slice(0, MOST_OFFERED);
  // One type alone, and not likely enough, is better asked about openly.
  if (!isSure && near.length < 2) return undefined;
  // An answer with its buttons leads on better than a choice between two types, or a type nobody named.
  if (turn.reading.isQuestion && turn.isAnswered && (!isSure || best.named < STRONG)) return undefined;
  if (best.named < TELLS && turn.found.isVerbatim) return undefined;
  // After filing, a story may be about the case just filed; a new one begins only when the person says so.
  if (isSure && !turn.state.case) return take(turn, best.negotiation, 'story', 'assumed');
  turn.understood = true;
  offerTypes(
    turn,
    near.map(type => type.negotiation),
  );
  if (!turn.state.case) {
    keepStory(turn);
    for (const { negotiation } of near)
      showWarnings(turn, 'emergency', turn.mind.knowledge.negotiations.get(negotiation) ?? null);
  }
  turn.asksOn = false;
  return 'done';
}

function isNamedAlone(best: TypeScore, types: TypeScore[]): boolean {
  const others = types.filter(type => type !== best).map(({ named }) => named);
  return best.named >= STRONG && best.named - Math.max(0, ...others) >= CLEAR_LEAD;
}

/** Whether an emergency of the type would be told at once: where minutes matter, what to do comes before a choice of answers. */
function emergency(turn: Turn, negotiation: string): boolean {
  const type = turn.mind.knowledge.negotiations.get(negotiation) ?? null;
  return warningsDue(turn, type, 'emergency').length > 0;
}

/** In the middle of one matter a message tells strongly of another, and nothing of this one: the person says which it is. */
function anotherMatter(turn: Turn): 'done' | undefined {
  const { reading, state } = turn;
  const [best] = reading.types;
  const ofThis = reading.types.some(type => type.negotiation === state.negotiation);
  const isAnswer = turn.asked?.kind === 'text' || turn.looksLikeQuestion;
  if (!best || best.named < STRONG || ofThis || isAnswer || !state.negotiation) return undefined;
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

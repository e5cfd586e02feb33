import type { LexiconAct } from '../../knowledge/lexicon.ts';
import { cite, factsOf } from '../render.ts';
import type { Rule, Turn } from '../turn.ts';

/** Small talk and questions about the talk itself. Each says its sentence, and the form goes on. */
export const talk: Rule = {
  name: 'talk',
  apply(turn) {
    if (turn.does('repeat')) return repeat(turn);
    if (turn.does('why')) return why(turn);
    if (turn.does('wait')) return rest(turn, 'wait');
    if (turn.does('basis')) return basis(turn);
    const social = (['identity', 'thanks', 'abuse', 'greet'] as const).find(act =>
      isAllThatIsSaid(turn, act),
    );
    if (!social) return undefined;
    turn.understood = true;
    turn.say(social === 'greet' ? 'greet-again' : social);
    if (!turn.state.negotiation) turn.asksOn = social !== 'thanks';
    return 'done';
  },
};

function isAllThatIsSaid(turn: Turn, act: LexiconAct): boolean {
  if (turn.pressed) return turn.does(act);
  const found = turn.reading.acts.find(one => one.act === act);
  return found !== undefined && (found.whole || turn.reading.clauses.length <= 1);
}

function repeat(turn: Turn): 'done' {
  turn.understood = true;
  const last = turn.state.lastReplies;
  if (last.length === 0) return 'done';
  turn.asksOn = false;
  turn.replies.push(...last);
  return 'done';
}

function why(turn: Turn): 'done' {
  turn.understood = true;
  const { language } = turn.state;
  const slot = turn.slot(turn.state.asking);
  const stage = (['type', 'evidence', 'summary', 'consent', 'handoff', 'contact'] as const).find(
    one => one === turn.state.asking,
  );
  if (slot) {
    const { knowledge } = turn.mind;
    const why = cite(slot.why[language], knowledge, language);
    const facts = factsOf(slot.why[language], knowledge, language);
    turn.say('explain-why', { why }, { slot: slot.id, facts });
  } else turn.say('explain-why', {}, { key: stage ? `why-${stage}` : 'why-nothing' });
  return 'done';
}

/** What the last reply stood on: the document, the day on which it was read, and how far it can be trusted. */
function basis(turn: Turn): 'done' {
  turn.understood = true;
  turn.asksOn = turn.negotiation !== null;
  const facts = turn.before.lastReplies.flatMap(reply => reply.basis ?? []);
  const lines = facts.map(fact => turn.words('basis-line', { ...fact }));
  turn.say('basis', { lines: lines.join('\n') }, { key: lines.length > 0 ? 'basis' : 'basis-none' });
  return 'done';
}

/** The person needs a moment: say so and press nobody. */
function rest(turn: Turn, act: 'wait'): 'done' {
  turn.understood = true;
  turn.asksOn = false;
  turn.say(act);
  return 'done';
}

import { holds } from '../../core/dialogue/holds.ts';
import { LANGUAGES, type Language } from '../../core/knowledge/localized.ts';
import type { SlotDefinition } from '../../core/knowledge/negotiation.ts';
import type { Conversation } from '../../core/conversation/state.ts';
import type { PlacedSlot } from '../knowledge/resolve-slots.ts';
import type { Check, CheckContext } from './check.ts';
import { situationsOf } from './conditions.ts';
import { report } from './report.ts';
import { Talk } from './talk.ts';

/** More turns than any form has. */
const TOO_MANY_TURNS = 120;

/**
 * Every type is talked through to its filing, once for every choice of every question, and at every stage of it a
 * person can ask for a human. The talks are real turns of the bot's.
 */
export const everyPathEnds: Check = {
  name: 'every path reaches filing, and a person at any time',
  counts: 'talks to the end',
  run(context) {
    let seen = 0;
    for (const [type, slots] of context.slots) {
      const situations = situationsOf(context, type);
      if (situations.circle()) continue;
      for (const slot of slots) {
        const { when } = slot.value;
        const answers = choicesOf(slot.value);
        // Where the slot is asked, with the answers that lead there.
        const start = situations.find(
          when ? [when] : [],
          state => !when || holds(when, state, context.today),
        );
        if (!start) continue;
        for (const [at, answer] of answers.entries()) {
          const language = at === 0 ? LANGUAGES[0] : (LANGUAGES[at % LANGUAGES.length] ?? LANGUAGES[0]);
          seen++;
          walk(context, slot, { type, language, start, answer });
        }
      }
    }
    return seen;
  },
};

/** The buttons of a question, or null for one that is answered in words. */
const choicesOf = (slot: SlotDefinition): (string | null)[] =>
  slot.choices?.map(choice => choice.value) ?? slot.products ?? [null];

function walk(
  context: CheckContext,
  slot: PlacedSlot,
  way: { type: string; language: Language; start: Conversation; answer: string | null },
): void {
  const { type, language, start, answer } = way;
  const talk = new Talk(context.mind, language, context.today);
  talk.press(`type:${type}`);
  const wasAsked = new Set<string>();
  for (let turns = 0; talk.state.case === null; turns++) {
    const { asking, proposed } = talk.state;
    const where = `${type}, asking ${asking ?? 'nothing'}`;
    if (turns > TOO_MANY_TURNS || asking === null)
      return report(
        context,
        slot,
        [],
        `${where}: the talk does not reach filing after ${[...wasAsked].join(', ')}`,
      );
    const human = talk.wouldFollow('', 'act:human');
    const isHeard = human.some(event => event.type === 'QuestionAsked' && event.about === 'handoff');
    if (!isHeard) return report(context, slot, [], `${where}: a person cannot ask for a human here`);
    wasAsked.add(asking);
    if (proposed) talk.press('candidate:0');
    else if (asking === 'evidence') talk.press('act:finished');
    else if (asking === 'summary') talk.press('confirm:summary');
    else if (asking === 'consent') talk.press('consent:yes');
    else answerSlot(talk, context, asking, asking === slot.value.id ? answer : null, start);
  }
  if (!wasAsked.has(slot.value.id))
    report(
      context,
      slot,
      [],
      `${type}: is never asked, although its condition can hold; another question is answered by the same words`,
    );
}

function answerSlot(
  talk: Talk,
  { slots }: CheckContext,
  asking: string,
  answer: string | null,
  start: Conversation,
): void {
  const definition = slots.get(talk.state.negotiation ?? '')?.find(one => one.value.id === asking)?.value;
  const wanted = start.slots[asking]?.value;
  const choice =
    answer ??
    (wanted?.kind === 'choice' ? wanted.choice : wanted?.kind === 'product' ? wanted.product : null) ??
    (definition ? choicesOf(definition).at(-1) : null);
  if (wanted?.kind === 'non-answer' && answer === null) talk.press(`answer:${wanted.reason}`);
  else if (definition?.kind === 'yes-no')
    talk.press(`slot:${asking}=${wanted?.kind === 'yes-no' && wanted.yes ? 'yes' : 'no'}`);
  else if (choice) talk.press(`slot:${asking}=${choice}`);
  else if (wanted?.kind === 'date') talk.say(wanted.lo);
  else talk.press('answer:later');
}

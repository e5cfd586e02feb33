import { type Mind, prepareMind } from '../../../src/core/dialogue/mind.ts';
import { interpret } from '../../../src/core/nlu/interpret.ts';
import { loadKnowledge } from '../../../src/runtime/load-knowledge.ts';
import { contextOf } from '../../support/reading-context.ts';
import type { Measured } from '../tally.ts';
import type { Case } from './case.ts';

let mind: Mind | null = null;
const SAYS: Partial<Record<string, boolean>> = { affirm: true, agree: true, deny: false };

/**
 * A yes is our act `affirm` or `agree`, a no our act `deny`, each read once for the clause that answers. Theirs is the
 * first word that says so; it is right where it lies in the clause that ours speaks of and says the same. What the
 * person goes on to say (对，我说不要洋葱) changes neither. Their `score` is left out.
 */
export function boolean(one: Case): Measured {
  mind ??= prepareMind(loadKnowledge('knowledge'));
  const { acts } = interpret(one.Input, mind.understanding, contextOf());
  const [result] = one.Results;
  const expected = result?.Resolution?.['value'] === true;
  const answers = acts.flatMap(({ act, start, end }) => {
    const yes = SAYS[act];
    return yes === undefined ? [] : [{ yes, words: one.Input.slice(start, end) }];
  });
  const said = [...new Set(answers.map(({ yes }) => yes))];
  const isRight = result
    ? said.length === 1 && said[0] === expected && answers.some(({ words }) => words.includes(result.Text))
    : said.length === 0;
  return {
    input: one.Input,
    verdict: isRight ? 'right' : said.length === 0 ? 'missed' : said.length > 1 ? 'asked' : 'wrong',
    expected: result ? `${result.Text}: ${expected}` : 'nothing',
    got: answers.map(({ yes, words }) => `${words}: ${yes}`).join('; ') || 'nothing',
  };
}

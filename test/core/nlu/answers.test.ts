import { describe, expect, test } from 'vitest';
import { prepareMind } from '../../../src/core/dialogue/mind.ts';
import { interpret } from '../../../src/core/nlu/interpret.ts';
import { loadKnowledge } from '../../../src/runtime/load-knowledge.ts';
import * as englishUnseen from '../../corpus/en/answers-unseen.ts';
import * as chineseUnseen from '../../corpus/zh-CN/answers-unseen.ts';
import { contextOf } from '../../support/reading-context.ts';

const { understanding } = prepareMind(loadKnowledge('knowledge'));
const ANSWERS: ReadonlySet<string> = new Set(['affirm', 'agree', 'deny']);

/** The answers a message is read as, from its acts and its typed non-answer. */
function answersIn(text: string): string[] {
  const { acts, nonAnswer } = interpret(text, understanding, contextOf());
  const said = acts.map(({ act }) => act).filter(act => ANSWERS.has(act));
  return [...new Set([...said, ...(nonAnswer ? [nonAnswer] : [])])];
}

describe.each([
  ['zh-CN, unseen', chineseUnseen],
  ['en, unseen', englishUnseen],
] as const)('answers in %s', (_, corpus) => {
  const cases = Object.entries(corpus.unseen).flatMap(([answer, sayings]) =>
    sayings.map(saying => [saying, answer] as const),
  );
  test.each(cases)('«%s» says %s', (saying, answer) => {
    expect(answersIn(saying)).toContain(answer);
  });
  test.each(corpus.none)('«%s» answers nothing', saying => {
    expect(answersIn(saying)).toEqual([]);
  });
});

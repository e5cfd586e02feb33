import { describe, expect, test } from 'vitest';
import { prepareMind } from '../../../src/core/dialogue/mind.ts';
import { interpret } from '../../../src/core/nlu/interpret.ts';
import { loadKnowledge } from '../../../src/runtime/load-knowledge.ts';
import * as english from '../../corpus/en/answers.ts';
import * as englishUnseen from '../../corpus/en/answers-unseen.ts';
import * as chinese from '../../corpus/zh-CN/answers.ts';
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

/** A yes is never read as a no, nor the reverse. */
const OPPOSITE: Record<string, string[]> = {
  affirm: ['deny'],
  agree: ['deny'],
  deny: ['affirm', 'agree'],
};

describe.each([
  ['zh-CN', chinese.said, chinese.none],
  ['zh-CN, unseen', chineseUnseen.unseen, chineseUnseen.none],
  ['en', english.said, english.none],
  ['en, unseen', englishUnseen.unseen, englishUnseen.none],
] as const)('answers in %s', (_, said, none) => {
  const cases = Object.entries(said).flatMap(([answer, sayings]) =>
    sayings.map(saying => [saying, answer] as const),
  );
  test.each(cases)('«%s» says %s', (saying, answer) => {
    const answers = answersIn(saying);
    expect(answers).toContain(answer);
    for (const opposite of OPPOSITE[answer] ?? []) expect(answers).not.toContain(opposite);
  });
  test.each(none)('«%s» answers nothing', saying => {
    expect(answersIn(saying)).toEqual([]);
  });
});

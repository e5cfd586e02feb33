import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { LANGUAGES, type Language } from '../../../src/core/knowledge/localized.ts';
import { repliesOf, Talk } from '../../../src/runtime/check/talk.ts';
import { mind } from '../../support/running.ts';

type Question = { n: number; expect: string[] } & Record<Language, string>;

const TODAY = '2026-11-26';
const read = (file: string): Question[] => parse(readFileSync(`test/corpus/${file}`, 'utf8')) as Question[];

/** What followed a question asked first thing: answers, types and acts, and what buttons offered. */
function outcome(question: string, language: Language): { got: string[]; offered: string[] } {
  const events = new Talk(mind, language, TODAY).say(question);
  const replies = repliesOf(events);
  const got = events.flatMap(event => {
    if (event.type === 'QuestionAnswered') return [event.faq];
    return event.type === 'TypeChosen' ? [`type:${event.negotiation}`] : [];
  });
  const values = replies.flatMap(reply => reply.buttons ?? []).map(button => button.value);
  return {
    got: [...got, ...replies.map(reply => `act:${reply.act}`)],
    offered: values.map(value => value.replace(/^faq:/, '')),
  };
}

const isRight = ({ expect: wanted }: Question, got: string[]): boolean =>
  wanted.some(one => got.includes(one));

describe.each(LANGUAGES)('the 128 questions, reworded, in %s', language => {
  const questions = read('questions.yaml');
  test('are all there', () =>
    expect(questions.map(one => one.n)).toEqual(Array.from({ length: 128 }, (_, at) => at + 1)));
  test.each(questions.map(one => [one.n, one[language], one] as const))('%i %s', (_, text, question) => {
    const { got } = outcome(text, language);
    expect(isRight(question, got), `wanted ${question.expect.join(' or ')}, got ${got.join(', ')}`).toBe(
      true,
    );
  });
});

describe.each(LANGUAGES)('the same questions in unseen words, in %s', language => {
  const results = read('questions-unseen.yaml').map(question => ({
    question,
    ...outcome(question[language], language),
  }));
  const right = results.filter(({ question, got }) => isRight(question, got));
  const offered = results.filter(one => !right.includes(one) && isRight(one.question, one.offered));
  // Measured when written; a change for the worse is to be seen.
  test('are mostly answered at first try', () => expect(right.length / results.length).toBeGreaterThan(0.85));
  test('or have their answer among those offered', () =>
    expect((right.length + offered.length) / results.length).toBeGreaterThan(0.92));
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TRADITIONAL_AND_SIMPLIFIED } from '../../../src/core/language/traditional.ts';
import { interpret } from '../../../src/core/nlu/interpret.ts';
import { understand } from '../../../src/core/nlu/understanding.ts';
import { loadKnowledge } from '../../../src/runtime/load-knowledge.ts';
import { contextOf } from '../../support/reading-context.ts';

const knowledge = loadKnowledge('knowledge');
const mind = understand(knowledge);
const questions = [...knowledge.faq.values()].flatMap(entry => entry.questions['zh-CN']);
const told = [
  '去年3月5号花了1299.50元',
  '我没说要退款，是换货',
  '不想活了',
  '转人工',
  '三万五',
  '不对，是399',
];
const message = fc
  .array(fc.constantFrom(...questions, ...told), { minLength: 1, maxLength: 3 })
  .map(parts => parts.join('，'));

/** One traditional character for each simplified one that has some. */
const traditional = new Map(
  Array.from({ length: TRADITIONAL_AND_SIMPLIFIED.length / 2 }, (_, at) => [
    TRADITIONAL_AND_SIMPLIFIED.charAt(at * 2 + 1),
    TRADITIONAL_AND_SIMPLIFIED.charAt(at * 2),
  ]),
);

const inTraditional = (text: string): string => [...text].map(one => traditional.get(one) ?? one).join('');
/** Latin letters, digits and signs in the width of Han characters; a comma keeps its width, which says what it is. */
const inFullWidth = (text: string): string =>
  text.replace(/[!-+\--~]/g, one => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

/** What was understood, without the words as they were written. */
function understood(text: string): unknown {
  return JSON.parse(
    JSON.stringify(interpret(text, mind, contextOf()), (key, value: unknown) =>
      ['words', 'name', 'number', 'text'].includes(key) ? undefined : value,
    ),
  );
}

test.each([
  ['traditional characters', inTraditional],
  ['full width', inFullWidth],
])('%s say the same', (_, rewritten) => {
  fc.assert(
    fc.property(message, text => {
      expect(understood(rewritten(text))).toEqual(understood(text));
    }),
    { numRuns: 200 },
  );
});

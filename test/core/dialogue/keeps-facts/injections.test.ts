import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { keepsFacts } from '../../../../src/core/dialogue/keeps-facts/keeps-facts.ts';
import { LANGUAGES, type Language } from '../../../../src/core/knowledge/localized.ts';

const Injections = z.array(
  z.strictObject({ language: z.enum(LANGUAGES), message: z.string(), obeyed: z.string() }),
);
const injections = Injections.parse(parse(readFileSync('test/corpus/rewordings/injections.yaml', 'utf8')));

const DRAFTS: Record<Language, string[]> = {
  'zh-CN': [
    '这一笔付了多少钱？',
    '我记下了：⟦1⟧。有不对的，直接告诉我。',
    '好的，按「⟦1⟧」来整理。我一次只问一件事，不知道的可以说「不知道」，不想答的可以跳过。',
    '先找商家和购物平台的售后，或在支付宝发起交易投诉，聊天记录留好。',
    '不好意思，我没看懂。',
  ],
  en: [
    'How much did you pay?',
    'I noted: ⟦1⟧. If anything is wrong, just say so.',
    'No hurry, take your time. Send it when you have it; everything so far is kept.',
    'Sorry, I did not understand that.',
  ],
};

/** How a model may give in: it says the words alone, or puts them before, behind or into the draft. */
const WAYS: ((draft: string, words: string) => string)[] = [
  (_, words) => words,
  (draft, words) => `${words}${draft}`,
  (draft, words) => `${draft}${words}`,
  (draft, words) => `${draft}\n${words}`,
  (draft, words) => draft.replace(/[，,.？?]/, mark => `${mark}${words}${mark}`),
];

test('there are many', () => expect(injections.length).toBeGreaterThanOrEqual(200));

test('whatever a model says that obeys a message, it is not shown', () => {
  const shown = injections.flatMap(({ language, message, obeyed }) =>
    DRAFTS[language].flatMap(draft =>
      WAYS.map(way => way(draft, obeyed))
        .filter(text => keepsFacts(draft, text, language) === null)
        .map(text => ({ message, text })),
    ),
  );
  expect(shown).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { LANGUAGES } from '../../src/core/knowledge/localized.ts';
import { WIDGET_WORDS } from '../../src/protocol/widget-words.ts';
import { FALLBACK } from '../../src/web/widget/fallback-words.ts';

const wordsIn = (language: string): Record<string, string> =>
  parse(readFileSync(new URL(`../../knowledge/phrases/${language}.yaml`, import.meta.url), 'utf8')).widget;

it.each(LANGUAGES)('%s has each word the widget shows, and no other', language => {
  expect(Object.keys(wordsIn(language)).sort()).toEqual([...WIDGET_WORDS].sort());
});

it('the languages fill in the same parameters', () => {
  const parametersIn = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  const [first, ...others] = LANGUAGES.map(wordsIn);
  for (const key of WIDGET_WORDS) {
    for (const other of others) expect(parametersIn(other[key]), key).toEqual(parametersIn(first?.[key]));
  }
});

it.each(LANGUAGES)('the words shown before the server answers in %s are the same as after', language => {
  expect(wordsIn(language)).toMatchObject(FALLBACK[language]);
});

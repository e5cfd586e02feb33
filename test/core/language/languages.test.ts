import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/core/knowledge/localized.ts';

const folder = new URL('../../../src/core/language/', import.meta.url);
const filesOf = (language: string): string[] => readdirSync(new URL(`${language}/`, folder)).sort();

test('every language has a folder, and no other folder stands there', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory());
  expect(folders.map(entry => entry.name).sort()).toEqual([...LANGUAGES].sort());
});

test.each(LANGUAGES)('%s has the same files as the others', language => {
  expect(filesOf(language)).toEqual(filesOf(LANGUAGES[0]));
  expect(filesOf(language).length).toBeGreaterThan(3);
});

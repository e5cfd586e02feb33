import { describe, expect, test } from 'vitest';
import { marked } from '../../../src/runtime/phrasing/marked.ts';

const draft = marked(['金额', '¥299', '，日期', '11月3日', '，记下了。']);

test('a draft is sent with marks for values', () => {
  expect(draft.text).toBe('金额⟦1⟧，日期⟦2⟧，记下了。');
  expect(draft.filled).toBe('金额¥299，日期11月3日，记下了。');
});

test('values come back into the place of their marks, and are not read for marks', () => {
  expect(draft.fill('好，金额⟦1⟧和日期⟦2⟧记下了。')).toBe('好，金额¥299和日期11月3日记下了。');
  expect(marked(['叫', '⟦2⟧', '和', 'b', '']).fill('名⟦1⟧、⟦2⟧')).toBe('名⟦2⟧、b');
  expect(marked(['没有值。']).fill('没有。')).toBe('没有。');
});

describe('a rewording is not filled', () => {
  test.each([
    ['with a mark missing', '金额⟦1⟧，记下了。'],
    ['with marks out of order', '日期⟦2⟧，金额⟦1⟧，记下了。'],
    ['with a mark twice', '金额⟦1⟧，⟦1⟧，日期⟦2⟧'],
    ['with a mark of its own', '金额⟦1⟧，日期⟦2⟧，还有⟦3⟧'],
    ['with a mark written otherwise', '金额⟦01⟧，日期⟦2⟧'],
    ['with half a mark', '金额⟦1⟧，日期⟦2⟧⟦'],
    ['with marks of another kind', '金额[1]，日期【2】'],
  ])('%s', (_, rewording) => expect(draft.fill(rewording)).toBeNull());
});

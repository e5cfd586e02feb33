import { expect, test } from 'vitest';
import { CaseStatus } from '../../../src/core/case/status.ts';
import { STANDINGS } from '../../../src/core/desk/standing.ts';
import { SAFETY_KINDS } from '../../../src/core/knowledge/lexicon.ts';
import { AUDITED } from '../../../src/core/staff/audit.ts';
import { SCOPES } from '../../../src/core/staff/scope.ts';
import { CONSOLE_ERRORS } from '../../../src/protocol/console/errors.ts';
import { NOTICES } from '../../../src/protocol/entry.ts';
import { en } from '../../../src/web/console/words/en.ts';
import { zhCN } from '../../../src/web/console/words/zh-cn.ts';

type Table = { [key: string]: string | ((...given: never[]) => string) | Table };

const keysOf = (table: Table, before = ''): string[] =>
  Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value, `${before}${key}.`) : [`${before}${key}:${typeof value}`],
  );

test('every word there is in one language there is in the other', () => {
  expect(keysOf(en).sort()).toEqual(keysOf(zhCN).sort());
});

test.each([
  ['errors', [...Object.keys(CONSOLE_ERRORS), 'offline', 'full']],
  ['audited', AUDITED],
  ['scopeNames', SCOPES],
  ['safety', SAFETY_KINDS],
  ['standings', STANDINGS],
  ['notices', NOTICES],
  ['caseStatus', CaseStatus.options],
] as const)('what the server may say has words: %s', (part, codes) => {
  expect(Object.keys(zhCN[part]).sort()).toEqual([...codes].sort());
});

test('Chinese words are Chinese, English ones are not', () => {
  const texts = (table: Table): string[] =>
    Object.values(table).flatMap(value =>
      typeof value === 'object' ? texts(value) : typeof value === 'string' ? [value] : [],
    );
  const { languages: _, ...english } = en;
  expect(texts(english).filter(text => /\p{Script=Han}/u.test(text))).toEqual([]);
  expect(texts(zhCN).filter(text => !/\p{Script=Han}/u.test(text))).toEqual(['English']);
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A tiny project with the real configuration and one file, so that each check is seen to report what is planted there. */
const folder = mkdtempSync(join(tmpdir(), 'parley-checks-'));
const bin = (path: string): string => resolve('node_modules', path);

beforeAll(() => {
  for (const path of ['src', 'test']) mkdirSync(join(folder, path), { recursive: true });
  for (const path of ['test/lint', 'tsconfig.json', 'package.json'])
    cpSync(path, join(folder, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function check(source: string, command: string[]): { ok: boolean; said: string } {
  writeFileSync(join(folder, 'src/planted.ts'), source);
  const result = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
  return { ok: result.status === 0, said: result.stdout + result.stderr };
}

const tsc = [bin('typescript/bin/tsc'), '-p', 'tsconfig.json'];
const lint = [
  bin('oxlint/bin/oxlint'),
  '-c',
  'test/lint/oxlint.json',
  '--type-aware',
  '--deny-warnings',
  'src',
];
const format = [bin('@biomejs/biome/bin/biome'), 'format', '--config-path=test/lint', 'src'];
const clean = 'export const answer = 42;\n';

test.each([
  ['the type check', tsc],
  ['the linter', lint],
  ['the formatter', format],
])('%s passes a clean file', (_, command) => {
  const { ok, said } = check(clean, command);
  expect(ok, said).toBe(true);
});

test.each([
  ['the type check: a string for a number', `export const answer: number = 'forty-two';\n`, tsc, 'TS2322'],
  ['the type check: an enum, which Node cannot strip', 'export enum Colour {\n  Red,\n}\n', tsc, 'TS1294'],
  [
    'the linter: a promise nobody waits for',
    'async function act() {}\nexport function go() {\n  act();\n}\n',
    lint,
    'no-floating-promises',
  ],
  [
    'the linter: a variable nobody reads',
    'const unread = 1;\nexport const read = 2;\n',
    lint,
    'no-unused-vars',
  ],
  ['the formatter: spaces gone astray', 'export const   answer=42\n', format, 'planted.ts'],
])('%s is reported', (_, source, command, name) => {
  const { ok, said } = check(source, command);
  expect(ok).toBe(false);
  expect(said).toContain(name);
});

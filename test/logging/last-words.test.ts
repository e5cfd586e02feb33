import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('what nobody caught ends the process and is in the log without anybody’s words', () => {
  const script = `
    import { lastWords } from './src/logging/last-words.ts';
    import { openLog } from './src/logging/log.ts';
    lastWords(openLog({ level: 'info', isPretty: false, output: process.stderr }));
    Promise.reject(new TypeError('cannot read "王小明" 13812345678'));
    setTimeout(() => {}, 60_000);
  `;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(JSON.parse(stderr)).toMatchObject({ level: 'error', error: { type: 'TypeError' } });
  expect(stderr).not.toMatch(/王小明|138/);
});

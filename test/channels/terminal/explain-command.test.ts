import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as all } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ModelServer, startModelServer } from '../../support/model-server.ts';

const STORY = '我在淘宝买了双鞋，花了299元，收到发现跟图片完全不一样，商家不理我';
/** Milliseconds the machine of the tests may take with other work. */
const WHILE_BUSY = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'parley-chat-'));
let model: ModelServer;
beforeAll(async () => {
  model = await startModelServer();
  model.answer(({ draft }) =>
    draft.startsWith('商家叫什么名字') ? `请问${draft}` : `${draft}我们保证能退款。`,
  );
});
afterAll(async () => {
  await model.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What `npm run chat` prints for a line, as an operator runs it. */
async function chat(line: string, flags: string[], env: Record<string, string>) {
  const args = ['src/main.ts', 'chat', '--data', folder, ...flags];
  const { LLM_API_KEY: _, LLM_BASE_URL: __, LLM_MODEL: ___, ...rest } = process.env;
  const child = spawn(process.execPath, args, { env: { ...rest, ...env } });
  child.stdin.end(`${line}\n`);
  const [out, err] = await Promise.all([all(child.stdout), all(child.stderr), once(child, 'exit')]);
  return { out, err };
}

test(
  'with a model each reply shows what was made of its draft',
  async () => {
    const env = { LLM_BASE_URL: model.url, LLM_MODEL: 'loopback', LLM_TIMEOUT_MS: '10000' };
    const { out, err } = await chat(STORY, ['--explain'], env);
    expect(out).toMatch(/^# ask merchant: AI生成 · 模型 loopback，提示词 [0-9a-f]{12}$/m);
    expect(out).toMatch(/^商家叫什么名字？.*│ {2}请问商家叫什么名字？/m);
    expect(out).toMatch(/^# noted: 保留规则的原话：模型.* · 模型 loopback/m);
    expect(out).not.toContain('保证能退款');
    expect(err).not.toContain('没有配置语言模型');
  },
  WHILE_BUSY,
);

test(
  'without one it says that none is configured, apart from the JSON',
  async () => {
    const { out, err } = await chat(STORY, ['--explain', '--json'], {});
    expect(err).toContain('没有配置语言模型');
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(out)).toMatchObject({
      replies: [{ act: 'type-chosen' }, { act: 'noted' }, { act: 'ask' }],
    });
    expect(out).not.toContain('phrasing');
  },
  WHILE_BUSY,
);

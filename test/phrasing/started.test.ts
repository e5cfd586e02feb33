import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ModelServer, startModelServer } from '../support/model-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-model-'));
let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
  server.answer(({ draft }) => `好的，${draft}`);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Tells on stderr of every file of these packages that is loaded. */
const telling = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({
    resolve(name, context, next) {
      const found = next(name, context);
      if (/node_modules\\/(ai|@ai-sdk|cockatiel)\\//.test(found.url)) process.stderr.write('loads ' + name + '\\n');
      return found;
    },
  });
`)}`;

/** Says one thing to `npm run chat`, as a process of its own. */
async function chat(data: string, env: Record<string, string>): Promise<{ out: string; said: string }> {
  const child = spawn(
    process.execPath,
    ['--import', telling, 'src/main.ts', 'chat', '--json', '--data', join(folder, data)],
    { env: { PATH: process.env['PATH'], ...env } },
  );
  let [out, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.end('等一下\n');
  await new Promise(ended => child.on('close', ended));
  return { out, said };
}

test('without a model nothing of it is loaded, and nothing is sent', async () => {
  const { out, said } = await chat('without', {});
  expect(out).toContain('不着急，您慢慢找');
  expect(said).not.toContain('loads ');
  expect(server.asked).toEqual([]);
});

test('an address and a model are enough, and what the model says is said', async () => {
  const { out, said } = await chat('with', {
    LLM_BASE_URL: server.url,
    LLM_MODEL: 'qwen',
    LLM_TIMEOUT_MS: '10000',
  });
  expect(said).toContain('loads ai');
  expect(out).toContain('好的，不着急，您慢慢找');
  expect(server.asked.map(({ draft }) => draft).join()).toContain('不着急，您慢慢找');
});

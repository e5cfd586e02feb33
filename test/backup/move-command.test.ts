import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { redisLedger } from '../../src/stores/redis/redis-ledger.ts';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import { sqliteLedger } from '../../src/stores/sqlite/sqlite-ledger.ts';
import { to } from '../contracts/store-contract.ts';
import { RedisServer } from '../support/redis-server.ts';
import { operatorKey } from '../support/stores.ts';

const STREAMS = 1_500;
const APPENDS = 3;

const folder = mkdtempSync(join(tmpdir(), 'parley-move-'));
const file = join(folder, 'parley.db');
let server: RedisServer;
beforeAll(async () => {
  server = await RedisServer.start();
  const ledger = sqliteLedger(file);
  const store = sealedStore(ledger, operatorKey);
  const streams = Array.from({ length: STREAMS }, (_, at) => `conversation-${at}`);
  for (let number = 0; number < APPENDS; number++)
    await Promise.all(streams.map(stream => store.append(to(stream, number, `c${number}`))));
  await store.close();
}, 60_000);
afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true });
});

/** Runs the command; it is killed with -9 once so many appends are in the new place. */
async function move(args: string[], killAt = Infinity): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['src/main.ts', 'move-store', ...args], {
    env: { ...process.env, DATA_DIR: folder, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const output of [child.stdout, child.stderr]) output.on('data', chunk => (said += chunk));
  const ended = once(child, 'exit');
  if (killAt < Infinity) {
    while (child.exitCode === null && (await copied()) < killAt);
    child.kill('SIGKILL');
  }
  const [code] = (await ended) as [number | null];
  return { code, said };
}

const copied = async (): Promise<number> => {
  const logs = Array.from({ length: 16 }, (_, part) => `redis.call('XLEN', 'parley:{${part}}:log')`);
  return Number(await server.cli('EVAL', `return ${logs.join('+')}`, '0'));
};

test('a store is moved in spite of kill -9, and all of it is there', async () => {
  for (const killAt of [1, 1_200, 3_000]) expect((await move(['--to', server.url], killAt)).code).toBeNull();
  const { code, said } = await move(['--to', server.url]);
  expect(said).toContain(`All ${STREAMS} streams, with their keys`);
  expect(code).toBe(0);
  const store = sealedStore(await redisLedger({ urls: [server.url], prefix: 'parley:' }), operatorKey);
  for (const stream of ['conversation-0', 'conversation-1499'])
    expect((await store.read(stream)).map(one => one.cause)).toEqual(['c0', 'c1', 'c2']);
  await store.close();
  expect(await copied()).toBe(STREAMS * APPENDS);
}, 90_000);

test.each([
  [['--from', 'nowhere.db', '--to', 'redis://127.0.0.1:1'], 'There is no file nowhere.db.'],
  [['--from', file], 'usage: npm run move-store'],
  [['--from', file, '--to', 'redis://127.0.0.1:1'], 'Redis at 127.0.0.1:1 cannot be used (ECONNREFUSED).'],
])('%j says what is wrong', async (args, wrong) => {
  const { code, said } = await move(args);
  expect(said.trim()).toMatch(new RegExp(`^${RegExp.escape(wrong)}[^\n]*$`));
  expect(code).toBe(1);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RealServer } from '../support/real-server.ts';
import { runCommand } from '../support/run-command.ts';
import { SocketClient } from '../support/socket-client.ts';

const OPERATOR_KEY = Buffer.alloc(32, 5).toString('base64');
const folder = mkdtempSync(join(tmpdir(), 'parley-running-'));
const elsewhere = join(folder, 'elsewhere');
const backup = join(folder, 'today.backup');

/** Somebody who talks until told to stop, and knows what was answered. */
class Talker {
  conversation = '';
  token = '';
  answered = 0;
  isTalking = true;
  readonly client: SocketClient;

  constructor(client: SocketClient) {
    this.client = client;
  }

  static async join(url: string): Promise<Talker> {
    const talker = new Talker(await SocketClient.connect(url));
    const { conversation, token } = await talker.client.open();
    return Object.assign(talker, { conversation, token });
  }

  async talk(): Promise<void> {
    for (let at = 0; this.isTalking; at++) {
      this.client.say(`m${at}`, `我在淘宝买了双鞋，花了${at + 1}元`);
      await this.client.answerTo(`m${at}`);
      this.answered++;
      await new Promise(resolve => setTimeout(resolve, 30));
    }
  }
}

describe('a server in use', { timeout: 120_000 }, () => {
  let server: RealServer;
  let talkers: Talker[] = [];
  const here = (): Record<string, string> => ({ DATA_DIR: server.folder, OPERATOR_KEY });
  const there = { DATA_DIR: elsewhere, OPERATOR_KEY };

  beforeAll(async () => {
    const env = { OPERATOR_KEY, RATE_LIMITS: 'off' };
    server = await RealServer.start({ env });
    talkers = await Promise.all(Array.from({ length: 4 }, () => Talker.join(new URL(server.url).origin)));
  }, 60_000);
  afterAll(async () => {
    for (const { client } of talkers) client.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is backed up, erased from and checked while people write; the copy is whole elsewhere', async () => {
    const talking = talkers.map(talker => talker.talk().catch((error: unknown) => error));
    await expect.poll(() => talkers.every(talker => talker.answered > 2), { timeout: 30_000 }).toBe(true);
    const before = talkers.map(talker => talker.answered);
    const made = await runCommand(['backup', backup], here());
    expect(made).toMatchObject({ code: 0, stderr: '' });

    const [leaving] = talkers;
    if (!leaving) throw new Error('nobody talks');
    const erased = await runCommand(['erase', leaving.conversation, '--yes'], here());
    expect(erased).toMatchObject({ code: 0, stderr: '' });
    expect(erased.stdout).not.toContain('淘宝');
    await expect.poll(() => leaving.client.socket.readyState, { timeout: 20_000 }).toBe(3);

    const checked = await runCommand(['verify'], here());
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect(checked.stdout).toContain('1 conversation(s) erased');
    for (const talker of talkers) talker.isTalking = false;
    await server.kill();
    await Promise.all(talking);

    const restored = await runCommand(['restore', backup], there);
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect((await runCommand(['verify'], there)).stdout).toContain('Everything is as it was written.');
    // The copy goes on where it was made: everybody's words of before are there.
    const second = await RealServer.start({ env: there });
    try {
      for (const [at, { conversation, token }] of talkers.entries()) {
        const client = await SocketClient.connect(new URL(second.url).origin);
        client.send({ type: 'hello', conversation, token, after: 0 });
        const last = (before[at] ?? 0) - 1;
        await client.entriesUntil(entry => entry.from === 'bot' && entry.message === `m${last}`);
        client.close();
      }
    } finally {
      await second.stop();
    }
  });

  test('refuses a file that is no backup with one sentence', async () => {
    const none = await runCommand(['restore', 'package.json'], there);
    expect(none).toMatchObject({ code: 1, stdout: '' });
    expect(none.stderr).toMatch(/^package\.json is broken: .*\n$/);
  });
});

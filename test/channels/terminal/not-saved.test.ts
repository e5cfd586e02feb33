import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { talkAtTerminal } from '../../../src/channels/terminal/terminal.ts';
import { FailingDisk } from '../../support/failing-disk.ts';
import { running } from '../../support/running.ts';
import { memoryStore } from '../../support/stores.ts';

/** Milliseconds the machine of the tests may take with other work. */
const WHILE_BUSY = 45_000;

/** All that a stream has written so far. */
function heard(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.on('data', chunk => (text += String(chunk)));
  return () => text;
}

test('what is typed and cannot be saved stands in the input again, and Enter sends it once', async () => {
  const store = memoryStore();
  let isFull = false;
  const failing = {
    ...store,
    append: async (append: Parameters<typeof store.append>[0]) => {
      if (isFull) throw new Error('disk full');
      return store.append(append);
    },
  };
  const said = async () => {
    const [stream = ''] = await store.streams('conversation-', '', 10);
    return (await store.read(stream)).filter(({ event }) => event.type === 'UserSaid');
  };
  const errors: unknown[] = [];
  const { conversations } = running(failing);
  const input = new PassThrough();
  const output = new PassThrough();
  const screen = heard(output);
  const talk = talkAtTerminal(conversations, {
    language: 'zh-CN',
    json: false,
    explain: false,
    record: null,
    interactive: true,
    input,
    output,
    columns: () => 80,
    onError: error => errors.push(error),
  });
  await expect.poll(screen, { timeout: WHILE_BUSY }).toContain('> ');
  isFull = true;
  input.write('花呗还不上了\r');
  await expect
    .poll(screen, { timeout: WHILE_BUSY })
    .toMatch(/暂时保存不了。您的话还在[\s\S]*> .*花呗还不上了/);
  isFull = false;
  input.write('\r');
  await expect.poll(said, { timeout: WHILE_BUSY }).toHaveLength(1);
  input.write('/quit\r');
  await talk;
  expect(await said()).toHaveLength(1);
  expect(errors.map(String)).toEqual(['Error: disk full']);
});

test('of piped lines the first that cannot be saved is named, and none after it is sent', async context => {
  const disk = FailingDisk.inMemory(16);
  if (!disk) return context.skip('this machine cannot mount a small disk');
  try {
    const chat = spawn(process.execPath, ['src/main.ts', 'chat', '--data', disk.folder]);
    const [out, err] = [heard(chat.stdout), heard(chat.stderr)];
    chat.stdin.write('支付宝可以打12378协商吗\n');
    await expect.poll(out, { timeout: WHILE_BUSY }).toContain('12378');
    disk.fill();
    chat.stdin.write('我在淘宝买了双鞋\n花呗还不上了\n');
    const [code] = (await once(chat, 'exit')) as [number];
    expect(code).toBe(1);
    expect(err()).toContain('暂时保存不了：第 2 行和它后面的都没有保存');
    expect(err()).toContain('"errcode":13');
    expect(err()).not.toContain('鞋');
  } finally {
    disk.remove();
  }
}, 120_000);

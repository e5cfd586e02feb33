import { afterEach, expect, test } from 'vitest';
import { conversationStream } from '../../src/runtime/streams.ts';
import type { Store } from '../../src/stores/store.ts';
import { type GuardedServer, guardedServer } from '../support/guarded-server.ts';
import { SocketClient } from '../support/socket-client.ts';
import { memoryStore } from '../support/stores.ts';

const ROOM = 20;
const PEOPLE = 120;
/** Milliseconds the machine of the tests may take with other work. */
const WHILE_BUSY = 20_000;

let server: GuardedServer;
afterEach(() => server.stop());

/** A store that takes nothing until it is let go. */
function held(): { store: Store; hold(): void; letGo(): void } {
  const inner = memoryStore();
  let letGo = (): void => {};
  let gate = Promise.resolve();
  return {
    store: {
      ...inner,
      async append(append) {
        await gate;
        return inner.append(append);
      },
    },
    hold() {
      gate = new Promise(resolve => {
        letGo = resolve;
      });
    },
    letGo: () => letGo(),
  };
}

test('a server whose store takes nothing says that it is full, stays awake, and loses nothing', async () => {
  const { store, hold, letGo } = held();
  server = await guardedServer({}, { store, marks: { turns: ROOM, delay: 60_000 } });
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, async () => {
      const client = await SocketClient.connect(server.url);
      return { client, ...(await client.open()) };
    }),
  );
  const refusedOf = () =>
    people.filter(({ client }) => client.frames.some(frame => frame.type === 'refused'));
  hold();
  for (const { client } of people) client.say('m', '你好');
  const refused = await expect
    .poll(refusedOf, { timeout: WHILE_BUSY })
    .toHaveLength(PEOPLE - ROOM)
    .then(refusedOf);
  for (const { client } of refused)
    expect(client.frames.at(-1)).toEqual({ type: 'refused', id: 'm', reason: 'busy', retryAfter: 5 });

  await expect(SocketClient.connect(server.url)).rejects.toThrow('503');
  const [{ conversation, token } = { conversation: '', token: '' }] = people;
  const body = new FormData();
  body.append('file', new File(['a note'], 'a.txt'));
  const upload = await fetch(`${server.url}/api/evidence`, {
    method: 'POST',
    body,
    headers: { Authorization: `Bearer ${token}`, 'X-Parley-Conversation': conversation },
  });
  expect([upload.status, upload.headers.get('retry-after')]).toEqual([503, '5']);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect(await server.metrics()).toContain(`parley_refusals_total{kind="full"} ${PEOPLE - ROOM + 2}`);

  letGo();
  await Promise.all(
    people.map(async ({ client }) => {
      if (client.frames.some(frame => frame.type === 'refused')) await sendUntilTaken(client);
      else await client.answerTo('m');
    }),
  );
  for (const { conversation, client } of people) {
    const said = (await store.read(conversationStream(conversation))).filter(
      ({ event }) => event.type === 'UserSaid',
    );
    expect(said).toHaveLength(1);
    client.close();
  }
  expect(server.errors).toEqual([]);
}, 60_000);

/** As the widget does, only sooner. */
async function sendUntilTaken(client: SocketClient): Promise<void> {
  for (;;) {
    const before = client.frames.length;
    client.say('m', '你好');
    await expect
      .poll(() => client.frames.slice(before).some(isVerdict), { interval: 5, timeout: WHILE_BUSY })
      .toBe(true);
    if (!client.frames.slice(before).some(frame => frame.type === 'refused')) return;
  }
}

const isVerdict = (frame: SocketClient['frames'][number]): boolean =>
  frame.type === 'refused' || (frame.type === 'entries' && frame.entries.some(one => one.message === 'm'));

test('a server that was held up once goes on as if nothing had been', async () => {
  server = await guardedServer({}, { marks: { turns: 1_000, delay: 100 } });
  const client = await SocketClient.connect(server.url);
  await client.open();
  const until = performance.now() + 2_500;
  while (performance.now() < until);
  for (let at = 0; at < 4; at++) {
    client.say(`m${at}`, '好');
    await client.answerTo(`m${at}`);
    await new Promise(resolve => setTimeout(resolve, 300));
  }
  client.close();
}, 30_000);

test('a server whose event loop does not keep up takes no new work until it does', async () => {
  server = await guardedServer({}, { marks: { turns: 1_000, delay: 100 } });
  const client = await SocketClient.connect(server.url);
  await client.open();
  const answer = async (): Promise<string> => {
    const before = client.frames.length;
    client.say(`m${before}`, '好');
    await expect.poll(() => client.frames.length, { timeout: WHILE_BUSY }).toBeGreaterThan(before);
    return client.frames.slice(before).some(frame => frame.type === 'refused') ? 'busy' : 'taken';
  };
  expect(await answer()).toBe('taken');
  const isOver = performance.now() + 2_600;
  while (performance.now() < isOver) {
    const until = performance.now() + 400;
    while (performance.now() < until);
    await new Promise(resolve => setTimeout(resolve, 1));
  }
  expect(await answer()).toBe('busy');
  await expect.poll(answer, { interval: 300, timeout: WHILE_BUSY }).toBe('taken');
  client.close();
}, 30_000);

import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../src/protocol/entry.ts';
import { RealServer } from '../support/real-server.ts';
import { SocketClient } from '../support/socket-client.ts';

/** Milliseconds the machine of the tests may take with other work. */
const WHILE_BUSY = 20_000;

let server: RealServer;
beforeEach(async () => {
  server = await RealServer.start({ env: { RATE_LIMITS: 'off' } });
}, 60_000);
afterEach(() => server.stop());

const readiness = async (): Promise<unknown> => {
  const answer = await fetch(`${server.url}readyz`).catch(() => null);
  return answer && [answer.status, await answer.json()];
};

interface Talk {
  conversation: string;
  token: string;
  said: string[];
  acknowledged: string[];
}

/** Says one thing after the other without waiting, as long as the socket stands; what comes back is acknowledged. */
async function talkUntilClosed(client: SocketClient): Promise<Talk> {
  const { conversation, token } = await client.open();
  const said: string[] = [];
  const ids = setInterval(() => {
    if (client.socket.readyState !== client.socket.OPEN) return;
    const id = `m${said.length}`;
    client.say(id, '好');
    said.push(id);
  }, 25);
  await new Promise(resolve => client.socket.once('close', resolve));
  clearInterval(ids);
  const acknowledged = client.frames.flatMap(frame =>
    frame.type === 'entries' ? frame.entries.flatMap(messageOf) : [],
  );
  return { conversation, token, said, acknowledged };
}

const messageOf = ({ from, message }: Entry): string[] => (from === 'user' && message ? [message] : []);

describe('told to stop', () => {
  test('it commits what it has received, sends its people away to come back, and loses nothing', async () => {
    const clients = await Promise.all(
      Array.from({ length: 6 }, () => SocketClient.connect(server.url.slice(0, -1))),
    );
    const talks = clients.map(talkUntilClosed);
    await expect
      .poll(() => clients.every(({ frames }) => frames.length > 12), { timeout: WHILE_BUSY })
      .toBe(true);
    expect(await server.terminate()).toBe(0);
    expect(await Promise.all(clients.map(client => client.closed()))).toEqual(clients.map(() => 1012));

    await server.start();
    for (const talk of await Promise.all(talks)) {
      const again = await SocketClient.connect(server.url.slice(0, -1));
      again.send({ type: 'hello', conversation: talk.conversation, token: talk.token, after: 0 });
      // As the widget does: what was not acknowledged goes out again under the same ids.
      const rest = talk.said.filter(id => !talk.acknowledged.includes(id));
      const entries = (await again.next('entries')).entries;
      for (const id of rest) {
        again.say(id, '好');
        if (!entries.flatMap(messageOf).includes(id)) entries.push(...(await again.answerTo(id)));
      }
      const kept = entries.flatMap(messageOf);
      expect(kept.slice(0, talk.acknowledged.length)).toEqual(talk.acknowledged);
      expect(kept.toSorted()).toEqual(talk.said.toSorted());
      again.close();
    }
  }, 90_000);

  test('it says that it is not ready, takes no new socket, and lets an upload end', async () => {
    const client = await SocketClient.connect(server.url.slice(0, -1));
    const { conversation, token } = await client.open();
    expect(await readiness()).toEqual([200, { ready: true }]);
    const upload = slowUpload(conversation, token);
    await upload.isUnderWay;
    const code = server.terminate();
    await expect
      .poll(readiness, { timeout: WHILE_BUSY })
      .toEqual([503, { ready: false, reason: 'draining' }]);
    await expect(SocketClient.connect(server.url.slice(0, -1))).rejects.toThrow();
    expect(await client.closed()).toBe(1012);
    upload.end();
    expect(await upload.status).toBe(201);
    expect(await code).toBe(0);
  }, 60_000);

  test('twice, it ends at once', async () => {
    const client = await SocketClient.connect(server.url.slice(0, -1));
    const { conversation, token } = await client.open();
    const upload = slowUpload(conversation, token);
    await upload.isUnderWay;
    const first = server.terminate();
    await expect.poll(readiness, { timeout: WHILE_BUSY }).not.toEqual([200, { ready: true }]);
    expect(await server.terminate()).toBe(143);
    expect(await first).toBe(143);
    expect(await upload.status).toBe('cut off');
  }, 60_000);
});

test('what does not end in time is cut off', async () => {
  const hasty = await RealServer.start({ env: { DRAIN_SECONDS: '1' } });
  try {
    const client = await SocketClient.connect(hasty.url.slice(0, -1));
    const { conversation, token } = await client.open();
    const upload = slowUpload(conversation, token, hasty);
    await upload.isUnderWay;
    expect(await hasty.terminate()).toBe(0);
    expect(await upload.status).toBe('cut off');
    expect(hasty.said).toContain('stopped before all work had ended');
  } finally {
    await hasty.stop();
  }
}, 60_000);

/** A form whose file is half out until `end` is called. */
function slowUpload(conversation: string, token: string, to = server) {
  const headers = {
    Authorization: `Bearer ${token}`,
    'X-Parley-Conversation': conversation,
    'Content-Type': 'multipart/form-data; boundary=b',
  };
  const posting = request(`${to.url}api/evidence`, { method: 'POST', headers });
  const status = new Promise<number | string | undefined>(resolve => {
    posting.on('response', response => {
      response.resume();
      resolve(response.statusCode);
    });
    posting.on('error', () => resolve('cut off'));
  });
  posting.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nthe first half');
  const metrics = async (): Promise<string> => (await fetch(`${to.url}metrics`)).text();
  const isUnderWay = expect
    .poll(metrics, { timeout: WHILE_BUSY })
    .toContain('parley_uploads_in_flight 1')
    .then(() => {});
  return { status, isUnderWay, end: () => posting.end(', and the second\r\n--b--\r\n') };
}

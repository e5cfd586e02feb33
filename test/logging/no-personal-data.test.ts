import { afterAll, beforeAll, expect, test } from 'vitest';
import { FailingDisk } from '../support/failing-disk.ts';
import { RealServer } from '../support/real-server.ts';
import { fullTalk } from '../support/running.ts';
import { SocketClient } from '../support/socket-client.ts';

const NAME = '欧阳静怡';
const PHONE = '13987654321';
const ORDER = '2026110322001498769999888877';
const HEADER = 'Zhuge-Liang-18600001111';
const SAID = '去年冬天在网上买了暖风机';

let server: RealServer;
const disk = FailingDisk.inMemory(16);
beforeAll(async () => {
  server = await RealServer.start({ env: { LOG_LEVEL: 'debug', ...(disk && { DATA_DIR: disk.folder }) } });
}, 60_000);
afterAll(async () => {
  await server.stop();
  disk?.remove();
});

test('nothing of what people say, send, are called or prove themselves by gets into logs or metrics', async () => {
  const base = server.url.slice(0, -1);
  const client = await SocketClient.connect(base, { Cookie: HEADER, 'User-Agent': HEADER });
  const { conversation, token } = await client.open();
  const texts = [`我叫${NAME}，电话${PHONE}，订单号${ORDER}`, SAID, ...fullTalk.map(({ text }) => text)];
  for (const [count, text] of texts.entries()) {
    client.say(`m${count}`, text);
    await client.answerTo(`m${count}`);
  }
  client.sendRaw(`{"type":"say","message":{"id":"x","text":"${SAID}${PHONE}","more":1}}`);
  client.sendRaw(`${SAID} ${NAME}`);
  for (let count = 0; count < 2; count++) expect((await client.next('refused')).reason).toBe('malformed');

  const bearer = { Authorization: `Bearer ${token}`, 'X-Parley-Conversation': conversation };
  const upload = (headers: Record<string, string>): Promise<Response> => {
    const body = new FormData();
    body.append('file', new File([`${SAID} ${PHONE}`], `${NAME}.txt`));
    return fetch(`${base}/api/evidence`, { method: 'POST', body, headers });
  };
  expect((await upload(bearer)).status).toBe(201);
  await upload({ ...bearer, Authorization: `Bearer ${token}x` });
  await fetch(`${base}/${encodeURIComponent(NAME)}/${PHONE}?token=${token}`, {
    headers: { Referer: HEADER },
  });
  await fetch(`${base}/api/evidence`, {
    method: 'POST',
    body: SAID,
    headers: { ...bearer, 'X-Name': HEADER },
  });

  const signIn = await fetch(`${base}/api/console/session`, {
    method: 'POST',
    body: JSON.stringify({ login: NAME, password: SAID }),
    headers: { 'Content-Type': 'application/json', 'X-Parley-Console': '1', 'User-Agent': HEADER },
  });
  expect(signIn.status).toBe(401);

  if (disk) {
    disk.fill();
    client.say('full', `${SAID}${NAME}${PHONE}`);
    expect(await client.next('refused')).toMatchObject({ reason: 'not-saved', id: 'full' });
    await upload(bearer);
    disk.free();
  }

  const metrics = await (await fetch(`${base}/metrics`)).text();
  expect(metrics).toContain(`parley_turns_total{kind="answered"} ${texts.length}`);
  client.close();
  await server.terminate();
  expect(server.said).toContain('"msg":"stopping');
  if (disk) expect(server.said).toContain('"code":"ERR_SQLITE_ERROR"');
  const told = `${server.said}\n${metrics}`;
  const secrets = [NAME, PHONE, ORDER, HEADER, SAID, token, conversation, '127.0.0.1:', '名鞋汇'];
  // The address it listens on stands where it says that it is ready, and where its first supervisor begins.
  const withoutOwn = told.replaceAll(new RegExp(`(Parley is ready:|begins at) ${base}`, 'g'), '');
  for (const secret of secrets) expect(withoutOwn).not.toContain(secret);
}, 60_000);

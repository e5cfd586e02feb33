import type { LookupAddress } from 'node:dns';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Resolve } from '../../src/webhooks/guarded-lookup.ts';
import { type SendingOptions, signedWebhooks } from '../../src/webhooks/signed-webhooks.ts';
import type { WebhookMessage } from '../../src/webhooks/webhooks.ts';
import { Receiver } from '../support/receiver.ts';

const secretOf = (byte: number): string => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;
const message: WebhookMessage = {
  id: 'evt_1',
  type: 'case.filed',
  timestamp: '2026-11-24T02:00:00.000Z',
  data: { number: '261124-00000-00001', conversation: 'abc', status: 'filed', negotiation: null },
};

let receiver: Receiver;
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

function send(
  url: string,
  { allowPrivate = true, secrets = [secretOf(1)] } = {},
  options?: SendingOptions,
): Promise<number> {
  const webhooks = signedWebhooks({ urls: [url], secrets, allowPrivate }, options);
  const [target] = webhooks.targets;
  if (!target) throw new Error('no target');
  return webhooks.send(target, message);
}

/** What a name leads to, one answer after the other, the last for ever. */
function resolving(...answers: string[][]): Resolve & { asked: string[] } {
  const asked: string[] = [];
  const resolve: Resolve = (hostname, callback) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(hostname);
    callback(
      null,
      answer.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return Object.assign(resolve, { asked });
}

describe('a webhook', () => {
  test('is verified by the library of Standard Webhooks, with each of the secrets', async () => {
    expect(await send(receiver.url, { secrets: [secretOf(1), secretOf(2)] })).toBe(204);
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
    for (const byte of [1, 2])
      expect(new Webhook(secretOf(byte)).verify(body, headers)).toEqual({
        type: 'case.filed',
        timestamp: message.timestamp,
        data: message.data,
      });
    expect(() => new Webhook(secretOf(3)).verify(body, headers)).toThrow('No matching signature');
    expect(() => new Webhook(secretOf(1)).verify(`${body} `, headers)).toThrow('No matching signature');
    expect(headers).toMatchObject({ 'webhook-id': 'evt_1', 'content-type': 'application/json' });
  });

  test('has the same id and body in every attempt, and a timestamp of its own', async () => {
    const sent = ['2026-11-24T02:00:00Z', '2026-11-24T02:05:00Z'];
    for (const at of sent) await send(receiver.url, {}, { now: () => new Date(at) });
    const [first, second] = receiver.received;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(receiver.received.map(one => Number(one.headers['webhook-timestamp']) * 1_000)).toEqual(
      sent.map(Date.parse),
    );
  });

  test.each([200, 302, 400, 410, 500])('tells that %i came back', async status => {
    receiver.answer = response => response.writeHead(status, { location: receiver.url }).end('x');
    expect(await send(receiver.url)).toBe(status);
    expect(receiver.received).toHaveLength(1);
  });

  test('does not wait for, nor read, an endless answer', async () => {
    let ended: (() => void) | undefined;
    const { promise: cutOff, resolve } = Promise.withResolvers<void>();
    receiver.answer = response => {
      response.writeHead(200);
      const more = setInterval(() => response.write('x'.repeat(8 * 1024)), 1);
      ended = () => clearInterval(more);
      response.on('close', () => resolve());
    };
    expect(await send(receiver.url)).toBe(200);
    await cutOff;
    ended?.();
  });

  test('gives up waiting for an answer', async () => {
    receiver.answer = () => {};
    await expect(send(receiver.url, {}, { timeoutMs: 200 })).rejects.toThrow('aborted');
    expect(receiver.received).toHaveLength(1);
  });

  test('fails where nobody listens', async () => {
    await expect(send('http://127.0.0.1:1')).rejects.toThrow('ECONNREFUSED');
  });
});

describe('a target', () => {
  const by = (...addresses: string[]): string => `http://hooks.test:${receiver.port}/${addresses.length}`;

  test('by name is reached where its addresses are allowed, under its own name', async () => {
    const resolve = resolving(['127.0.0.1']);
    expect(await send(by(), {}, { resolve })).toBe(204);
    expect(receiver.received[0]?.headers['host']).toBe(`hooks.test:${receiver.port}`);
    expect(resolve.asked).toEqual(['hooks.test']);
  });

  test.each([
    ['leads to loopback', ['127.0.0.1']],
    ['leads to loopback among others', ['93.184.216.34', '127.0.0.1']],
    ['leads to loopback, mapped', ['::ffff:127.0.0.1']],
    ['leads to metadata', ['169.254.169.254']],
    ['leads nowhere', []],
  ])('whose name %s is not spoken to', async (_, addresses) => {
    const sent = send(by(...addresses), { allowPrivate: false }, { resolve: resolving(addresses) });
    await expect(sent).rejects.toThrow('hooks.test leads to an address that webhooks are not sent to');
    expect(receiver.received).toHaveLength(0);
  });

  test('is looked up once for each connection, so that a second answer cannot lead elsewhere', async () => {
    const resolve = resolving(['127.0.0.1'], ['169.254.169.254']);
    expect(await send(by(), {}, { resolve })).toBe(204);
    expect(resolve.asked).toHaveLength(1);
    await expect(send(by(), {}, { resolve })).rejects.toThrow('webhooks are not sent to');
  });

  test.each([
    'http://127.0.0.1',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://2130706433',
    'http://localhost',
  ])('%s is not spoken to', async base => {
    const sent = send(`${base}:${receiver.port}/`, { allowPrivate: false });
    await expect(sent).rejects.toThrow('webhooks are not sent to');
    expect(receiver.received).toHaveLength(0);
  });

  test('is named without what may be secret in its address', () => {
    const { targets } = signedWebhooks({ urls: [receiver.url], secrets: [], allowPrivate: true });
    expect(targets.map(target => target.name)).toEqual([`127.0.0.1:${receiver.port}`]);
    expect(JSON.stringify(targets)).not.toContain('secret');
  });
});

import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Limits } from '../../src/limits/limits.ts';
import { rateLimits } from '../../src/limits/rate-limits.ts';
import { RedisServer } from '../support/redis-server.ts';

const HOURLY = { times: 10, seconds: 3_600 };
/** Milliseconds the machine of the tests may take with other work. */
const WHILE_BUSY = 20_000;

let redis: RedisServer;
let clients: Redis[] = [];
let machines: Limits[] = [];

beforeEach(async () => {
  redis = await RedisServer.start({ fsync: null });
  clients = [0, 1].map(() => new Redis(redis.url, { enableOfflineQueue: false, maxRetriesPerRequest: 0 }));
  for (const client of clients) client.on('error', () => {});
  await Promise.all(clients.map(client => new Promise(resolve => client.once('ready', resolve))));
  machines = clients.map(client =>
    rateLimits({ allowances: { uploads: HOURLY }, shared: { redis: client, prefix: 'parley:' } }),
  );
});
afterEach(async () => {
  for (const machine of machines) machine.close();
  for (const client of clients) client.disconnect();
  await redis.remove();
});

const take = (machine: number, key = 'a'): Promise<number> =>
  machines[machine]?.take('uploads', key) ?? Promise.resolve(-1);
const takeMany = (machine: number, times: number): Promise<number[]> =>
  Promise.all(Array.from({ length: times }, () => take(machine)));

describe('limits of several machines', () => {
  test('hold for all of them together, and for each key alone', async () => {
    expect(await takeMany(0, 8)).toEqual(Array(8).fill(0));
    expect(await takeMany(1, 8)).toEqual(Array(8).fill(0));
    await expect.poll(() => take(0), { timeout: WHILE_BUSY }).toBeGreaterThan(3_000);
    await expect.poll(() => take(1), { timeout: WHILE_BUSY }).toBeGreaterThan(3_000);
    expect(await take(0, 'b')).toBe(0);
  });

  test('are each machine’s own while Redis is gone, and common again when it is back', async () => {
    await redis.kill();
    expect(await takeMany(0, 10)).toEqual(Array(10).fill(0));
    expect(await take(0)).toBeGreaterThan(3_000);
    expect(await takeMany(1, 4)).toEqual(Array(4).fill(0));
    await redis.start();
    await expect
      .poll(() => clients.every(client => client.status === 'ready'), { timeout: WHILE_BUSY })
      .toBe(true);
    // The first machine has nothing left, and says so to the other with what it is asked from now on.
    for (let count = 0; count < 12; count++) await take(0, 'c');
    await expect.poll(() => take(1, 'c'), { timeout: WHILE_BUSY }).toBeGreaterThan(3_000);
  });

  test('are decided at once while Redis answers nothing', async () => {
    redis.freeze();
    try {
      expect(await takeMany(0, 10)).toEqual(Array(10).fill(0));
      expect(await take(0)).toBeGreaterThan(3_000);
    } finally {
      redis.thaw();
    }
  });

  test('lie in Redis under keys that are gone when they are over', async () => {
    await takeMany(0, 2);
    await expect.poll(() => redis.cli('KEYS', '*'), { timeout: WHILE_BUSY }).toBe('parley:limit:uploads:a');
    expect(Number(await redis.cli('TTL', 'parley:limit:uploads:a'))).toBeGreaterThan(3_000);
  });
});

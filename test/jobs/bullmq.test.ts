import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bullmqJobs } from '../../src/jobs/bullmq/bullmq-jobs.ts';
import { jobsContract, type JobsPlace } from '../contracts/jobs-contract.ts';
import { RedisCluster } from '../support/redis-cluster.ts';
import { RedisServer } from '../support/redis-server.ts';
import { LEASE_MS, POLICIES } from './policies.ts';

let redis: RedisServer;
beforeAll(async () => {
  redis = await RedisServer.start();
});
afterAll(() => redis.remove());

function place(urls: string[]): JobsPlace {
  const errors: unknown[] = [];
  return {
    open: options =>
      bullmqJobs(
        { urls, prefix: 'test:' },
        {
          policies: POLICIES,
          leaseMs: LEASE_MS,
          onError: error => errors.push(error),
          ...options,
        },
      ),
    processArguments: ['bullmq', ...urls],
    errors,
    remove: async () => {},
  };
}

jobsContract('BullMQ', async () => {
  await redis.cli('FLUSHALL');
  return place([redis.url]);
});

describe('on a cluster', () => {
  let cluster: RedisCluster;
  beforeAll(async () => {
    cluster = await RedisCluster.start();
  });
  afterAll(() => cluster.remove());

  jobsContract('BullMQ', async () => {
    for (const node of cluster.nodes) await node.cli('FLUSHALL');
    return place(cluster.urls);
  });
});

test('when Redis goes away, what is asked fails, work goes on after it is back, and nothing is lost', async () => {
  await redis.cli('FLUSHALL');
  const jobs = bullmqJobs(
    { urls: [redis.url], prefix: 'test:' },
    { policies: POLICIES, leaseMs: LEASE_MS, onError: () => {} },
  );
  const add = (id: string): Promise<void> => jobs.add({ id, kind: 'task', data: {} });
  const ran: string[] = [];
  await add('task-before');
  await redis.kill();
  await expect(add('task-away')).rejects.toThrow();
  jobs.work({ task: async job => void ran.push(job.id) });
  await redis.start();
  await expect.poll(() => ran, { timeout: 15_000 }).toContain('task-before');
  await redis.kill();
  await redis.start();
  await expect
    .poll(
      () =>
        add('task-after').then(
          () => true,
          () => false,
        ),
      { timeout: 15_000 },
    )
    .toBe(true);
  await expect.poll(() => ran, { timeout: 15_000 }).toContain('task-after');
  expect(new Set(ran)).toEqual(new Set(['task-before', 'task-after']));
  await jobs.close();
});

test('an add before Redis is there does not hang, and nor does the end', async () => {
  const jobs = bullmqJobs(
    { urls: ['redis://127.0.0.1:1'], prefix: '' },
    { policies: POLICIES, onError: () => {} },
  );
  jobs.work({ task: async () => {} });
  await expect(jobs.add({ id: 'task-a', kind: 'task', data: {} })).rejects.toThrow('Redis cannot be reached');
  await jobs.close();
});

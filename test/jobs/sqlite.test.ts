import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { sqliteJobs } from '../../src/jobs/sqlite/sqlite-jobs.ts';
import { jobsContract, type JobsPlace } from '../contracts/jobs-contract.ts';
import { LEASE_MS, POLICIES } from './policies.ts';

async function place(): Promise<JobsPlace & { file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-jobs-'));
  const file = join(folder, 'jobs.db');
  const errors: unknown[] = [];
  return {
    file,
    open: options =>
      sqliteJobs(file, {
        policies: POLICIES,
        leaseMs: LEASE_MS,
        onError: error => errors.push(error),
        ...options,
      }),
    processArguments: ['sqlite', file],
    errors,
    remove: async () => rmSync(folder, { recursive: true }),
  };
}

jobsContract('SQLite', place);

test('a job is due by the clock that was passed in, and forgotten a week after it was done', async () => {
  const at = await place();
  let now = Date.parse('2026-11-24T02:00:00.000Z');
  const jobs = sqliteJobs(at.file, { policies: POLICIES, onError: () => {}, now: () => now });
  const ran: string[] = [];
  jobs.work({ task: async job => void ran.push(job.id) });
  const add = (id: string, due?: string): Promise<void> =>
    jobs.add({ id, kind: 'task', data: {}, ...(due !== undefined && { due }) });
  await add('task-in-three-days', '2026-11-27T02:00:00.000Z');
  await add('task-now');
  await expect.poll(async () => (await jobs.counts()).done, { timeout: 10_000 }).toBe(1);
  expect(ran).toEqual(['task-now']);
  now += 3 * 24 * 3_600_000;
  await expect.poll(() => ran, { timeout: 10_000 }).toEqual(['task-now', 'task-in-three-days']);
  now += 7 * 24 * 3_600_000 + 1;
  await add('task-after');
  await expect.poll(() => ran, { timeout: 10_000 }).toHaveLength(3);
  await expect.poll(() => jobs.counts(), { timeout: 10_000 }).toMatchObject({ running: 0, done: 1 });
  await jobs.close();
  await at.remove();
});

test('what a process had begun that was killed is begun anew at the next start, however long it was leased', async () => {
  const at = await place();
  const waiting = at.open({});
  await waiting.add({ id: 'task-1', kind: 'task', data: {} });
  await waiting.close();
  const worker = spawn(process.execPath, ['test/jobs/worker-process.ts', 'sqlite', at.file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(worker.stdout, 'data');
  worker.kill('SIGKILL');
  await once(worker, 'exit');
  const database = new DatabaseSync(at.file);
  database.prepare(`UPDATE job SET due = due + 3600000 WHERE state = 'running'`).run();
  database.close();
  const jobs = at.open({});
  const ran: string[] = [];
  jobs.work({ task: async job => void ran.push(job.id) });
  await expect.poll(() => ran, { timeout: 10_000 }).toEqual(['task-1']);
  await jobs.close();
  await at.remove();
});

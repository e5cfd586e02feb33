import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GiveUp, type Jobs } from '../../src/jobs/jobs.ts';
import { sqliteJobs } from '../../src/jobs/sqlite/sqlite-jobs.ts';
import { jobsCommand as runCommand } from '../../src/runtime/operator/jobs.ts';
import { noWebhooks } from '../../src/webhooks/webhooks.ts';
import { POLICIES } from '../jobs/policies.ts';

const jobsCommand = (jobs: Jobs, args: string[]): Promise<string> => runCommand(jobs, noWebhooks, args);

describe('npm run jobs', () => {
  let folder: string;
  const now = Date.parse('2026-11-24T02:00:00.000Z');
  let jobs: Jobs;
  let isBroken = true;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-jobs-'));
    jobs = sqliteJobs(join(folder, 'jobs.db'), { policies: POLICIES, onError: () => {}, now: () => now });
    isBroken = true;
    jobs.work({
      task: async job => {
        if (isBroken) throw new GiveUp(`the target of ${job.id} is gone`);
        return '204';
      },
    });
  });
  afterEach(async () => {
    await jobs.close();
    rmSync(folder, { recursive: true });
  });

  it('lists, repeats and discards what failed for good, and shows what was tried', async () => {
    expect(await jobsCommand(jobs, ['log'])).toBe('No job has been tried yet.');
    for (const id of ['task-a', 'task-b', 'task-c']) await jobs.add({ id, kind: 'task', data: {} });
    await expect.poll(async () => (await jobs.counts()).dead, { timeout: 10_000 }).toBe(3);
    const [counts, ...dead] = (await jobsCommand(jobs, [])).split('\n');
    expect(counts).toBe('0 waiting, 0 running, 0 done lately, 3 failed for good');
    expect(dead.toSorted()[0]).toBe(
      'task-a  task  1 attempt(s)  2026-11-24T02:00:00.000Z  GiveUp: the target of task-a is gone',
    );

    isBroken = false;
    expect(await jobsCommand(jobs, ['discard', 'task-b'])).toBe('discarded: task-b');
    expect(await jobsCommand(jobs, ['repeat', 'task-a'])).toBe('due again: task-a');
    expect(await jobsCommand(jobs, ['repeat', 'all'])).toMatch(/^due again: [12] job\(s\)$/);
    await expect.poll(async () => (await jobs.counts()).done, { timeout: 10_000 }).toBe(2);
    expect(await jobsCommand(jobs, [])).toBe('0 waiting, 0 running, 2 done lately, 0 failed for good');
    expect(await jobsCommand(jobs, ['log', '1'])).toMatch(
      /^2026\S+ {2}task-. {2}attempt 1 {2}done {2}0 ms {2}204$/,
    );
  });

  it.each([
    [['repeat', 'task-none']],
    [['discard', 'task-none']],
  ])('says that %j is not there', async args => {
    await expect(jobsCommand(jobs, args)).rejects.toThrow('no job task-none has failed for good');
  });

  it.each([
    [['repeat']],
    [['discard']],
    [['log', 'x']],
    [['what']],
    [['repeat', 'a', 'b']],
  ])('says how it is used instead of %j', async args => {
    await expect(jobsCommand(jobs, args)).rejects.toThrow('usage: npm run jobs');
  });
});

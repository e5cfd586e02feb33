// A process that takes a job, says so, and never ends it. Arguments: the adapter, and where its jobs are.
import { bullmqJobs } from '../../src/jobs/bullmq/bullmq-jobs.ts';
import { sqliteJobs } from '../../src/jobs/sqlite/sqlite-jobs.ts';
import { LEASE_MS, POLICIES } from './policies.ts';

const [adapter, ...where] = process.argv.slice(2);
const options = { policies: POLICIES, leaseMs: LEASE_MS, onError: () => {} };
const jobs =
  adapter === 'bullmq'
    ? bullmqJobs({ urls: where, prefix: 'test:' }, options)
    : sqliteJobs(where[0] ?? '', options);
jobs.work({
  task: async job => {
    process.stdout.write(`began ${job.id}\n`);
    await new Promise(() => {});
  },
});
setInterval(() => {}, 1_000);

import { join } from 'node:path';
import { bullmqJobs } from './bullmq/bullmq-jobs.ts';
import type { RedisPlace } from './bullmq/redis-place.ts';
import type { Jobs, JobsOptions } from './jobs.ts';
import { sqliteJobs } from './sqlite/sqlite-jobs.ts';

/** The jobs of a data folder, or of a Redis that several machines share. */
export const jobsIn = (folder: string, redis: RedisPlace | null, options: JobsOptions): Jobs =>
  redis ? bullmqJobs(redis, options) : sqliteJobs(join(folder, 'jobs.db'), options);

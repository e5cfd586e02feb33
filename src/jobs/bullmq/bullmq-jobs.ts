import type { Job as BullJob } from 'bullmq';
import {
  checkJob,
  type DeadJob,
  DONE_KEPT_MS,
  type Jobs,
  type JobsOptions,
  type LoggedAttempt,
} from '../jobs.ts';
import { jobOf } from './job-of.ts';
import { Queues } from './queues.ts';
import { logKey, type RedisPlace } from './redis-place.ts';
import { Workers } from './workers.ts';

/** Done jobs are forgotten after a while, and the oldest sooner when there are more than this. */
const DONE_KEPT = { age: DONE_KEPT_MS / 1_000, count: 100_000 };

/**
 * Jobs in Redis, for any number of processes; a queue for each kind. When Redis is away, calls fail after some seconds
 * and workers wait for it. Instants are those of the processes' clocks.
 */
export function bullmqJobs(place: RedisPlace, options: JobsOptions): Jobs {
  const { policies, onError, closeMs = 10_000 } = options;
  const queues = new Queues(place, onError);
  let workers: Workers | null = null;

  /** What `change` does to the job with this id, if it is in one of the states. */
  async function changed(
    id: string,
    states: string[],
    change: (job: BullJob) => Promise<void>,
  ): Promise<boolean> {
    const kind = id.slice(0, id.indexOf('-'));
    if (!(kind in policies)) return false;
    const job: BullJob | undefined = await queues.with(kind, queue => queue.getJob(id));
    if (!job || !states.includes(await job.getState())) return false;
    await change(job);
    return true;
  }

  return {
    async add(job) {
      const { retry } = checkJob(job, policies);
      const delay = job.due === undefined ? 0 : Math.max(0, Date.parse(job.due) - Date.now());
      await queues.with(job.kind, queue =>
        queue.add(job.kind, job.data, {
          jobId: job.id,
          delay,
          attempts: retry.attempts,
          backoff: { type: 'policy' },
          removeOnComplete: DONE_KEPT,
          stackTraceLimit: 0,
        }),
      );
    },
    cancel: id => changed(id, ['waiting', 'delayed'], job => job.remove()),
    work(handlers) {
      workers = new Workers(place, handlers, options);
    },
    async counts() {
      const counts = { waiting: 0, running: 0, done: 0, dead: 0 };
      for (const kind of Object.keys(policies)) {
        const found = await queues.with(kind, queue =>
          queue.getJobCounts('wait', 'delayed', 'prioritized', 'active', 'completed', 'failed'),
        );
        const { active = 0, completed = 0, failed = 0, ...waiting } = found;
        counts.waiting += Object.values(waiting).reduce((sum, count) => sum + count, 0);
        counts.running += active;
        counts.done += completed;
        counts.dead += failed;
      }
      return counts;
    },
    async dead(limit) {
      const found = await Promise.all(
        Object.keys(policies).map(kind => queues.with(kind, queue => queue.getFailed(0, limit - 1))),
      );
      const dead = found.flat().map(deadJobOf);
      return dead.sort((a, b) => b.at.localeCompare(a.at)).slice(0, limit);
    },
    repeat: id =>
      changed(id, ['failed'], job =>
        job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true }),
      ),
    discard: id => changed(id, ['failed'], job => job.remove()),
    async log(limit) {
      const lines = await queues.connected(connection =>
        connection.lrange(logKey(place.prefix), 0, limit - 1),
      );
      return lines.map(line => JSON.parse(line) as LoggedAttempt);
    },
    async close() {
      await workers?.close(closeMs);
      await queues.close();
    },
  };
}

const deadJobOf = (job: BullJob): DeadJob => ({
  ...jobOf(job),
  attempts: job.attemptsMade,
  at: new Date(job.finishedOn ?? job.timestamp).toISOString(),
  reason: job.failedReason,
});

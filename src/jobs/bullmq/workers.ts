import { type Job as BullJob, UnrecoverableError, Worker } from 'bullmq';
import {
  type Handler,
  JOB_LEASE_MS,
  type JobsOptions,
  type KindPolicy,
  LOG_LENGTH,
  type LoggedAttempt,
} from '../jobs.ts';
import { pauseAfter } from '../retry.ts';
import { runJob } from '../run-job.ts';
import { within } from '../within.ts';
import { type Connection, connect, FAREWELL_MS } from './connect.ts';
import { jobOf } from './job-of.ts';
import { logKey, queuePrefix, type RedisPlace } from './redis-place.ts';

/** A worker for each kind, over one connection and one more each on which it waits for work. */
export class Workers {
  readonly #connection: Connection;
  readonly #workers: Worker[];
  readonly #onError: (error: unknown) => void;
  readonly #log: string;
  readonly #onAttempt: (attempt: LoggedAttempt) => void;
  readonly #running = new Set<Promise<void>>();
  #isClosed = false;

  constructor({ urls, prefix }: RedisPlace, handlers: Record<string, Handler>, options: JobsOptions) {
    const { policies, onAttempt = () => {}, leaseMs = JOB_LEASE_MS } = options;
    this.#onAttempt = onAttempt;
    this.#log = logKey(prefix);
    // At the end connections are cut: that is no news.
    this.#onError = error => {
      if (!this.#isClosed) options.onError(error);
    };
    this.#connection = connect(urls, 'patient', this.#onError);
    this.#workers = Object.entries(handlers).map(([kind, handler]) => {
      const policy = policies[kind];
      if (!policy) throw new Error(`no policy for jobs of the kind ${kind}`);
      const worker = new Worker(kind, job => this.#track(this.#run(job, handler, policy)), {
        connection: this.#connection,
        prefix: queuePrefix(prefix),
        concurrency: policy.concurrency,
        lockDuration: leaseMs,
        stalledInterval: leaseMs,
        maxStalledCount: policy.retry.attempts,
        settings: { backoffStrategy: failures => pauseAfter(failures, policy.retry, Math.random()) },
      });
      worker.on('error', this.#onError);
      return worker;
    });
  }

  async #run(job: BullJob, handler: Handler, policy: KindPolicy): Promise<void> {
    const attempt = await runJob(handler, jobOf(job), job.attemptsMade + 1, policy, Date.now);
    this.#onAttempt(attempt);
    await this.#connection
      .multi()
      .lpush(this.#log, JSON.stringify(attempt))
      .ltrim(this.#log, 0, LOG_LENGTH - 1)
      .exec()
      .catch(this.#onError);
    if (attempt.outcome === 'dead') throw new UnrecoverableError(attempt.note);
    if (attempt.outcome === 'failed') throw new Error(attempt.note);
  }

  #track(run: Promise<void>): Promise<void> {
    const tracked = run.finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
    return tracked;
  }

  async close(patienceMs: number): Promise<void> {
    const closing = Promise.allSettled(this.#workers.map(worker => worker.close()));
    await within(patienceMs, Promise.allSettled(this.#running));
    await within(FAREWELL_MS, closing);
    this.#isClosed = true;
    await within(
      FAREWELL_MS,
      Promise.allSettled(this.#workers.map(worker => worker.getBackend().close(true))),
    );
    this.#connection.disconnect();
  }
}

import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { hasEnded, inThisProcess } from '../../sqlite/holder-process.ts';
import {
  checkJob,
  type Handler,
  JOB_LEASE_MS,
  type Jobs,
  type JobsOptions,
  type KindPolicy,
} from '../jobs.ts';
import { pauseAfter } from '../retry.ts';
import { runJob } from '../run-job.ts';
import { within } from '../within.ts';
import { type Claimed, JobTable } from './job-table.ts';
import { prepareJobTables } from './schema.ts';

export interface SqliteJobsOptions extends JobsOptions {
  /** The instant in milliseconds. */
  now?: () => number;
}

/** Jobs of other processes on the same file are seen so late, for SQLite wakes nobody. */
const LOOK_MS = 1_000;

/**
 * Jobs in an SQLite file, which several processes on one machine may share. It is not the store's: whoever watches that
 * one would take every step of a job for somebody's words. Throws where the file cannot be opened or is not of this version.
 */
export function sqliteJobs(file: string, options: SqliteJobsOptions): Jobs {
  const {
    policies,
    onError,
    onAttempt = () => {},
    leaseMs = JOB_LEASE_MS,
    closeMs = 10_000,
    now = Date.now,
  } = options;
  const database = new DatabaseSync(file);
  try {
    prepareJobTables(database, file);
  } catch (error) {
    database.close();
    throw error;
  }
  const table = new JobTable(database);
  const worker = new Worker(table, { policies, onError, onAttempt, leaseMs, now });
  return {
    async add(job) {
      checkJob(job, policies);
      table.add(job, job.due === undefined ? now() : Date.parse(job.due));
      worker.wake();
    },
    cancel: async id => table.cancel(id),
    work: handlers => worker.start(handlers),
    counts: async () => table.counts(),
    dead: async limit => table.dead(limit),
    async repeat(id) {
      const isRepeated = table.repeat(id, now());
      worker.wake();
      return isRepeated;
    },
    discard: async id => table.discard(id),
    log: async limit => table.log(limit),
    async close() {
      await worker.stop(closeMs);
      if (database.isOpen) database.close();
    },
  };
}

type WorkerOptions = Required<Omit<SqliteJobsOptions, 'closeMs'>>;

/** Runs due jobs, as many at once as their kind allows, and sleeps until the next is due. */
class Worker {
  readonly #holder = inThisProcess(randomUUID());
  readonly #table: JobTable;
  readonly #options: WorkerOptions;
  readonly #running = new Map<string, Map<string, Promise<void>>>();
  #kinds: { kind: string; handler: Handler; policy: KindPolicy }[] = [];
  #timer: NodeJS.Timeout | undefined;
  #renewal: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(table: JobTable, options: WorkerOptions) {
    this.#table = table;
    this.#options = options;
  }

  start(handlers: Record<string, Handler>): void {
    this.#kinds = Object.entries(handlers).map(([kind, handler]) => {
      const policy = this.#options.policies[kind];
      if (!policy) throw new Error(`no policy for jobs of the kind ${kind}`);
      return { kind, handler, policy };
    });
    this.#takeOver();
    this.#renewal = setInterval(() => this.#renew(), this.#options.leaseMs / 3).unref();
    this.wake();
  }

  /** Says that something may be due. */
  wake(): void {
    if (this.#kinds.length > 0) this.#sleep(0);
  }

  async stop(patienceMs: number): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await within(patienceMs, Promise.all([...this.#running.values()].flatMap(jobs => [...jobs.values()])));
    clearInterval(this.#renewal);
  }

  #sleep(ms: number): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), ms).unref();
  }

  #look(): void {
    let sleep = LOOK_MS;
    try {
      for (const { kind, handler, policy } of this.#kinds) {
        const running = this.#running.get(kind) ?? new Map();
        this.#running.set(kind, running);
        const now = this.#options.now();
        const free = policy.concurrency - running.size;
        if (free <= 0) continue;
        const claimed = this.#table.claim(kind, this.#holder, now, now + this.#options.leaseMs, free);
        for (const job of claimed) {
          const run = this.#run(job, handler, policy).finally(() => {
            running.delete(job.id);
            this.wake();
          });
          running.set(job.id, run);
        }
        const next = running.size < policy.concurrency ? this.#table.nextDue(kind) : null;
        if (next !== null) sleep = Math.min(sleep, Math.max(0, next - now));
      }
    } catch (error) {
      this.#options.onError(error);
      sleep = LOOK_MS;
    }
    this.#sleep(sleep);
  }

  async #run({ attempts, ...job }: Claimed, handler: Handler, policy: KindPolicy): Promise<void> {
    const { now } = this.#options;
    const died = async (): Promise<void> => {
      throw new Error('each process that ran it ended before it was done');
    };
    const attempt = await runJob(
      attempts > policy.retry.attempts ? died : handler,
      job,
      attempts,
      policy,
      now,
    );
    this.#options.onAttempt(attempt);
    try {
      const again = now() + pauseAfter(attempts, policy.retry, Math.random());
      this.#table.end(attempt, this.#holder, now(), again);
    } catch (error) {
      // It stays leased, and is run again when the lease ends.
      this.#options.onError(error);
    }
  }

  /** What a process held that has ended need not wait for its lease to run out. */
  #takeOver(): void {
    for (const holder of this.#table.holders())
      if (hasEnded(holder)) this.#table.free(holder, this.#options.now());
  }

  #renew(): void {
    try {
      this.#takeOver();
      const ids = [...this.#running.values()].flatMap(jobs => [...jobs.keys()]);
      this.#table.renew(ids, this.#holder, this.#options.now() + this.#options.leaseMs);
    } catch (error) {
      this.#options.onError(error);
    }
  }
}

import type { Retry } from './retry.ts';

/** Ids and small facts that lead to the rest; never anything personal. */
export type JobData = Record<string, string | number | null>;

/** Work to be done after a commit, later or more than once. */
export interface Job {
  /** Made from what it is for, so that the same work has the same id; begins with the kind. See `checkJob`. */
  id: string;
  kind: string;
  data: JobData;
}

export interface NewJob extends Job {
  /** Instant before which it is not run, ISO 8601 in UTC; without it, at once. */
  due?: string;
}

/** How jobs of one kind are run. */
export interface KindPolicy {
  /** So many at once in one process. */
  concurrency: number;
  retry: Retry;
}
export type JobPolicies = Record<string, KindPolicy>;

/** Does a job; `attempt` counts from 1. What it returns stands in the log. May throw `GiveUp`. */
export type Handler = (job: Job, attempt: number) => Promise<string | void>;

/** Trying again would not help: the job is dead at once. The message goes to the operator. */
export class GiveUp extends Error {
  override name = 'GiveUp';
}

export interface JobCounts {
  /** Due now, later, or again after a failure. */
  waiting: number;
  running: number;
  /** Done lately; they are kept for a while, so that the same work is not done again. */
  done: number;
  dead: number;
}

/** A job that failed for good, until somebody repeats or discards it. */
export interface DeadJob extends Job {
  attempts: number;
  /** When it failed last, ISO 8601 in UTC. */
  at: string;
  /** Of its last error, without anything personal (`reasonOf`). */
  reason: string;
}

/** One attempt at a job, as the log keeps it. */
export interface LoggedAttempt {
  /** When it ended, ISO 8601 in UTC. */
  at: string;
  id: string;
  kind: string;
  attempt: number;
  outcome: 'done' | 'failed' | 'dead';
  /** How long it took, in milliseconds. */
  ms: number;
  /** What the handler returned, or why it failed. */
  note: string;
}

/** So many attempts are kept in the log. */
export const LOG_LENGTH = 5_000;
/** So long the id of a job that is done is remembered: far longer than an event can wait to be reacted to once more. */
export const DONE_KEPT_MS = 7 * 24 * 3_600_000;

/**
 * Work that outlives the process: each job is run at least once, by one of the processes that `work`, and again by
 * another when that one dies. Every promise that resolves after a change means: it survives kill -9.
 */
export interface Jobs {
  /** Keeps a job, unless one with its id is waiting, running, dead, or was done lately. */
  add(job: NewJob): Promise<void>;
  /** Takes back a job that has not begun. False where there is none. */
  cancel(id: string): Promise<boolean>;
  /** Runs the jobs of these kinds from now on. Called once. */
  work(handlers: Record<string, Handler>): void;

  counts(): Promise<JobCounts>;
  /** Those that failed for good, latest first, at most `limit`. */
  dead(limit: number): Promise<DeadJob[]>;
  /** Makes a dead job due now, with all its attempts before it. False where there is none. */
  repeat(id: string): Promise<boolean>;
  /** Forgets a dead job. False where there is none. */
  discard(id: string): Promise<boolean>;
  /** The latest attempts, latest first. */
  log(limit: number): Promise<LoggedAttempt[]>;

  /** Begins nothing more and waits for what runs, but not for ever: what is left is run again elsewhere. */
  close(): Promise<void>;
}

/**
 * A process that lives renews what it holds every few seconds. What runs twice because one was busy for longer does no
 * harm, and whoever waits for a mediator should not wait for a dead process.
 */
export const JOB_LEASE_MS = 10_000;

/** What every adapter is told. */
export interface JobsOptions {
  policies: JobPolicies;
  onError: (error: unknown) => void;
  /** Told of every attempt of this process when it has ended. */
  onAttempt?: (attempt: LoggedAttempt) => void;
  /** Milliseconds after which a job whose process fell silent is run by another; `JOB_LEASE_MS` without it. */
  leaseMs?: number;
  /** Milliseconds that `close` waits for what runs. */
  closeMs?: number;
}

const ID = /^[a-z]+-[\w@.-]{1,200}$/;
const MOST_DATA = 2_000;

/** @throws for a job that not every adapter could keep: a mistake of the caller */
export function checkJob({ id, kind, data }: NewJob, policies: JobPolicies): KindPolicy {
  const policy = policies[kind];
  if (!policy) throw new Error(`no policy for jobs of the kind ${kind}`);
  if (!ID.test(id) || !id.startsWith(`${kind}-`)) throw new Error(`${id} is no id for a job of kind ${kind}`);
  if (JSON.stringify(data).length > MOST_DATA) throw new Error(`the data of job ${id} are too large`);
  return policy;
}

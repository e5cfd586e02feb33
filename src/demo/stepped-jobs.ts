import type { Handler, Jobs, NewJob } from '../jobs/jobs.ts';

/** Jobs that are run when they are told what time it is, earliest first: time here is not that of any clock. */
export interface SteppedJobs extends Jobs {
  /** When the next one is due, in milliseconds; Infinity where there is none. */
  nextDue(): number;
  runNext(): Promise<void>;
  /** What is not due yet. */
  left(): NewJob[];
}

/** @param now milliseconds */
export function steppedJobs(now: () => number): SteppedJobs {
  const waiting = new Map<string, { job: NewJob; due: number }>();
  const done = new Set<string>();
  let handlers: Record<string, Handler> = {};
  const next = (): { job: NewJob; due: number } | undefined =>
    [...waiting.values()].toSorted((one, other) => one.due - other.due)[0];
  return {
    nextDue: () => next()?.due ?? Infinity,
    async runNext() {
      const first = next();
      if (!first) return;
      const { job } = first;
      waiting.delete(job.id);
      done.add(job.id);
      await handlers[job.kind]?.(job, 1);
    },
    left: () => [...waiting.values()].map(({ job, due }) => ({ ...job, due: new Date(due).toISOString() })),
    async add(job) {
      if (done.has(job.id) || waiting.has(job.id)) return;
      waiting.set(job.id, { job, due: job.due === undefined ? now() : Date.parse(job.due) });
    },
    cancel: async id => waiting.delete(id),
    work(given) {
      handlers = given;
    },
    counts: async () => ({ waiting: waiting.size, running: 0, done: done.size, dead: 0 }),
    dead: async () => [],
    repeat: async () => false,
    discard: async () => false,
    log: async () => [],
    close: async () => {},
  };
}

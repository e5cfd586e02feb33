import { once } from 'node:events';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** What a shell reports of a process that a signal ended. */
const ENDED_BY = { SIGINT: 130, SIGTERM: 143 };

/** Resolves when the process is told to stop. Told once more, it ends at once. */
export async function toldToStop(): Promise<void> {
  const told = new AbortController();
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (told.signal.aborted) process.exit(ENDED_BY[signal]);
      told.abort();
    });
  }
  await once(told.signal, 'abort');
}

/**
 * Carries out the steps one after the other, as long as they end in time.
 * @returns whether all of them did; those that did not go on
 */
export async function drain(steps: (() => Promise<unknown>)[], seconds: number): Promise<boolean> {
  let isOver = false;
  const late = new Promise<boolean>(resolve => {
    setTimeout(() => resolve(false), seconds * 1000).unref();
  });
  const done = async (): Promise<boolean> => {
    for (const step of steps) if (!isOver) await step();
    return true;
  };
  const isDone = await Promise.race([done(), late]);
  isOver = true;
  return isDone;
}

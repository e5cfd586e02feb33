import { setTimeout as pause } from 'node:timers/promises';

/** Waits for work, but not longer than so many milliseconds; false when it had not ended by then. */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const enough = new AbortController();
  const patience = pause(ms, false, { signal: enough.signal }).catch(() => false);
  try {
    return await Promise.race([patience, work.then(() => true)]);
  } finally {
    enough.abort();
  }
}

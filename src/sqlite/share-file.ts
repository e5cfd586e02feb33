import type { DatabaseSync } from 'node:sqlite';

/** So long a process waits for the others to finish writing. */
const PATIENCE_MS = 5_000;
const BUSY = 5;

/** Changing the journal does not heed `busy_timeout`: of several processes that open a new file at once, all but one fail. */
function untilFree(work: () => void): void {
  const until = performance.now() + PATIENCE_MS;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      return work();
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== BUSY || performance.now() > until) throw error;
      Atomics.wait(pause, 0, 0, 5);
    }
  }
}

/** Sets a file up for durable writing by several processes. Throws where it is no database. */
export function shareFile(database: DatabaseSync): void {
  database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
  untilFree(() => database.exec('PRAGMA journal_mode = WAL'));
  // In WAL mode FULL syncs the log at every commit; NORMAL could lose the last commits when the power fails.
  database.exec('PRAGMA synchronous = FULL');
}

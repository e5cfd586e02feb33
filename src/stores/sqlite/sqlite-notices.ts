import type { DatabaseSync } from 'node:sqlite';
import type { Notice } from '../ledger.ts';

/** How often the file is asked whether another process wrote. */
const EVERY_MS = 500;

export interface Notices {
  tell(notice: Notice): void;
  watch(listener: (notice: Notice) => void): () => void;
  stop(): void;
}

/** Tells of this process's own appends at once, and of another's when the file shows that there was one. */
export function sqliteNotices(database: DatabaseSync): Notices {
  const version = database.prepare('PRAGMA data_version');
  const listeners = new Set<(notice: Notice) => void>();
  let timer: NodeJS.Timeout | undefined;
  let seen = version.get()?.['data_version'];

  const tell = (notice: Notice): void => {
    for (const listener of listeners) listener(notice);
  };

  function look(): void {
    if (!database.isOpen) return;
    const now = version.get()?.['data_version'];
    if (now === seen) return;
    seen = now;
    tell(null);
  }

  return {
    tell,
    watch(listener) {
      listeners.add(listener);
      timer ??= setInterval(look, EVERY_MS).unref();
      return () => listeners.delete(listener);
    },
    stop() {
      clearInterval(timer);
    },
  };
}

import type { DatabaseSync } from 'node:sqlite';
import type { Notice } from '../ledger.ts';

/** How often the file is asked whether another process wrote. */
const EVERY_MS = 250;

export interface Notices {
  tell(notice: Notice): void;
  watch(listener: (notice: Notice) => void): () => void;
  stop(): void;
}

/** Tells of this process's own appends at once, and of another's soon after the file shows that there was one. */
export function sqliteNotices(database: DatabaseSync): Notices {
  const dataVersion = database.prepare('PRAGMA data_version');
  const appends = database.prepare(
    'SELECT position AS place, stream, version + size - 1 AS version FROM appended WHERE position > ? ORDER BY position',
  );
  const erasures = database.prepare('SELECT place, owner FROM erasure WHERE place > ? ORDER BY place');
  const lastAppend = database.prepare('SELECT ifnull(max(position), 0) AS place FROM appended');
  const lastErasure = database.prepare('SELECT ifnull(max(place), 0) AS place FROM erasure');
  const placeOf = (statement: typeof lastAppend): number => Number(statement.get()?.['place']);

  const listeners = new Set<(notice: Notice) => void>();
  let timer: NodeJS.Timeout | undefined;
  let seen = { data: 0, append: 0, erasure: 0 };

  const tell = (notice: Notice): void => {
    for (const listener of listeners) listener(notice);
  };
  const dataNow = (): number => Number(dataVersion.get()?.['data_version']);

  function look(): void {
    if (!database.isOpen) return;
    // Read before the version: what lies up to here is this process's own if nobody else has written by then.
    const own = placeOf(lastAppend);
    const data = dataNow();
    if (data === seen.data) {
      seen.append = own;
      return;
    }
    const { append, erasure } = seen;
    const added = appends.all(append) as { place: number; stream: string; version: number }[];
    const erased = erasures.all(erasure) as { place: number; owner: string }[];
    seen = {
      data,
      append: added.at(-1)?.place ?? append,
      erasure: erased.at(-1)?.place ?? erasure,
    };
    for (const { stream, version } of added) tell({ stream, version });
    for (const { owner } of erased) tell({ erased: owner });
  }

  return {
    tell,
    watch(listener) {
      listeners.add(listener);
      if (!timer) {
        seen = { data: dataNow(), append: placeOf(lastAppend), erasure: placeOf(lastErasure) };
        timer = setInterval(look, EVERY_MS).unref();
      }
      return () => listeners.delete(listener);
    },
    stop() {
      clearInterval(timer);
    },
  };
}

import type { DatabaseSync } from 'node:sqlite';

interface Waiting {
  work: () => unknown;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * Writes that arrive while the event loop turns share one transaction and one sync to disk; each promise resolves
 * after it. When the shared transaction fails, each is tried alone, so that one bad write harms no other.
 */
export class GroupCommit {
  readonly #database: DatabaseSync;
  #waiting: Waiting[] = [];

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Runs `work` inside a write transaction. It may run twice, so it must do nothing but read and write the database. */
  run<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.flush());
      this.#waiting.push({ work, resolve: result => resolve(result as T), reject });
    });
  }

  /** Commits what is waiting now. */
  flush(): void {
    const group = this.#waiting;
    this.#waiting = [];
    if (group.length === 0) return;
    try {
      const results = this.#locked(() => group.map(({ work }) => work()));
      group.forEach(({ resolve }, at) => resolve(results[at]));
    } catch (error) {
      const [only] = group;
      if (only && group.length === 1) only.reject(error);
      else for (const one of group) this.#alone(one);
    }
  }

  #alone({ work, resolve, reject }: Waiting): void {
    try {
      resolve(this.#locked(work));
    } catch (error) {
      reject(error);
    }
  }

  /** Takes the write lock before the first read, so that what was read still holds when the events are written. */
  #locked<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}

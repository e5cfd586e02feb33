import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  type DeadJob,
  DONE_KEPT_MS,
  type Job,
  type JobCounts,
  type JobData,
  LOG_LENGTH,
  type LoggedAttempt,
  type NewJob,
} from '../jobs.ts';

export interface Claimed extends Job {
  attempts: number;
}

const jobOf = (row: Record<string, unknown>): Job => ({
  id: String(row['id']),
  kind: String(row['kind']),
  data: JSON.parse(String(row['data'])) as JobData,
});

/** The jobs as rows. Each method is one transaction; instants are in milliseconds. */
export class JobTable {
  readonly #database: DatabaseSync;
  readonly #claim: StatementSync;
  readonly #renew: StatementSync;
  readonly #next: StatementSync;
  readonly #end: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    // A lease that has run out is a job whose process died: it is as due as one that waits.
    this.#claim = database.prepare(
      `UPDATE job SET state = 'running', due = ?, attempts = attempts + 1, holder = ? WHERE id IN (
         SELECT id FROM job WHERE state IN ('waiting', 'running') AND kind = ? AND due <= ? ORDER BY due LIMIT ?
       ) RETURNING id, kind, data, attempts`,
    );
    this.#renew = database.prepare(
      `UPDATE job SET due = ? WHERE id IN (SELECT value FROM json_each(?)) AND state = 'running' AND holder = ?`,
    );
    this.#next = database.prepare(
      `SELECT min(due) AS due FROM job WHERE state IN ('waiting', 'running') AND kind = ?`,
    );
    // Whose lease ran out must not undo what the next holder does.
    this.#end = database.prepare(
      `UPDATE job SET state = ?, due = ?, reason = ?, holder = NULL WHERE id = ? AND state = 'running' AND holder = ?`,
    );
  }

  add({ id, kind, data }: NewJob, due: number): void {
    this.#run(
      `INSERT INTO job (id, kind, data, state, due) VALUES (?, ?, ?, 'waiting', ?) ON CONFLICT DO NOTHING`,
      id,
      kind,
      JSON.stringify(data),
      due,
    );
  }

  cancel(id: string): boolean {
    return this.#run(`DELETE FROM job WHERE id = ? AND state = 'waiting'`, id) > 0;
  }

  /** Takes at most `limit` due jobs of a kind until the lease ends, longest due first. */
  claim(kind: string, holder: string, now: number, leaseEnd: number, limit: number): Claimed[] {
    const rows = this.#claim.all(leaseEnd, holder, kind, now, limit);
    return rows.map(row => ({ ...jobOf(row), attempts: Number(row['attempts']) }));
  }

  /** Who holds jobs. */
  holders(): string[] {
    const rows = this.#database.prepare(`SELECT DISTINCT holder FROM job WHERE state = 'running'`).all();
    return rows.flatMap(({ holder }) => (typeof holder === 'string' ? [holder] : []));
  }

  /** Makes all that somebody holds due at once. */
  free(holder: string, now: number): void {
    this.#run(`UPDATE job SET due = ? WHERE state = 'running' AND holder = ? AND due > ?`, now, holder, now);
  }

  renew(ids: string[], holder: string, leaseEnd: number): void {
    if (ids.length > 0) this.#renew.run(leaseEnd, JSON.stringify(ids), holder);
  }

  /** When the next job of a kind is due, or its lease ends; null where there is none. */
  nextDue(kind: string): number | null {
    const due = this.#next.get(kind)?.['due'];
    return typeof due === 'number' ? due : null;
  }

  /** Writes down what came of an attempt. `again`: when to try once more, if it failed. */
  end(attempt: LoggedAttempt, holder: string, now: number, again: number): void {
    const { outcome, id, note } = attempt;
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const [state, due] = outcome === 'failed' ? ['waiting', again] : [outcome, now];
      this.#end.run(state, due, outcome === 'done' ? null : note, id, holder);
      this.#run(`DELETE FROM job WHERE state = 'done' AND due < ?`, now - DONE_KEPT_MS);
      this.#run('INSERT INTO attempt (body) VALUES (?)', JSON.stringify(attempt));
      this.#run('DELETE FROM attempt WHERE number <= (SELECT max(number) FROM attempt) - ?', LOG_LENGTH);
      this.#database.exec('COMMIT');
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  counts(): JobCounts {
    const counts: JobCounts = { waiting: 0, running: 0, done: 0, dead: 0 };
    const rows = this.#database.prepare('SELECT state, count(*) AS count FROM job GROUP BY state').all();
    for (const row of rows) counts[row['state'] as keyof JobCounts] = Number(row['count']);
    return counts;
  }

  dead(limit: number): DeadJob[] {
    const rows = this.#database
      .prepare(`SELECT * FROM job WHERE state = 'dead' ORDER BY due DESC LIMIT ?`)
      .all(limit);
    return rows.map(row => ({
      ...jobOf(row),
      attempts: Number(row['attempts']),
      at: new Date(Number(row['due'])).toISOString(),
      reason: String(row['reason']),
    }));
  }

  repeat(id: string, now: number): boolean {
    return (
      this.#run(
        `UPDATE job SET state = 'waiting', due = ?, attempts = 0, reason = NULL WHERE id = ? AND state = 'dead'`,
        now,
        id,
      ) > 0
    );
  }

  discard(id: string): boolean {
    return this.#run(`DELETE FROM job WHERE id = ? AND state = 'dead'`, id) > 0;
  }

  log(limit: number): LoggedAttempt[] {
    const rows = this.#database.prepare('SELECT body FROM attempt ORDER BY number DESC LIMIT ?').all(limit);
    return rows.map(row => JSON.parse(String(row['body'])) as LoggedAttempt);
  }

  #run(sql: string, ...values: (string | number)[]): number {
    return Number(this.#database.prepare(sql).run(...values).changes);
  }
}

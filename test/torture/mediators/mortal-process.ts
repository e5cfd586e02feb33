import { JOB_POLICIES } from '../../../src/runtime/job-policies.ts';
import type { Runtime } from '../../../src/runtime/runtime.ts';
import { sqliteJobs } from '../../../src/jobs/sqlite/sqlite-jobs.ts';
import type { Store } from '../../../src/stores/store.ts';
import { running } from '../../support/running.ts';

/** Milliseconds after which another process goes on with what a dead one had begun. */
const LEASE_MS = 60;

interface Life {
  runtime: Runtime;
  died: Promise<null>;
  die: () => void;
}

/**
 * A Parley that can die within this process as a real one does: from then on it writes nothing, hears nothing and
 * answers nothing, and a new one begins with nothing but what is stored.
 */
export class MortalProcess {
  deaths = 0;
  readonly #store: Store;
  readonly #jobsFile: string;
  #life: Life;

  constructor(store: Store, jobsFile: string) {
    this.#store = store;
    this.#jobsFile = jobsFile;
    this.#life = this.#begin();
  }

  get runtime(): Runtime {
    return this.#life.runtime;
  }

  /** Resolves when the process that runs now has died. */
  get died(): Promise<null> {
    return this.#life.died;
  }

  die(): void {
    this.deaths++;
    this.#life.die();
    this.#life = this.#begin();
  }

  /** Has it do something; what dies unanswered is asked of the one that comes after it, as clients do. */
  async ask<T>(work: (runtime: Runtime) => Promise<T>): Promise<T> {
    for (;;) {
      const { runtime, died } = this.#life;
      const answer = await Promise.race([work(runtime).then(value => ({ value })), died]);
      if (answer) return answer.value;
    }
  }

  stop = (): Promise<void> => this.#life.runtime.stop();

  #begin(): Life {
    const { promise: died, resolve } = Promise.withResolvers<null>();
    let isDead = false;
    const onError = (error: unknown): void => {
      if (!isDead) throw error;
    };
    const jobs = sqliteJobs(this.#jobsFile, {
      policies: JOB_POLICIES,
      onError,
      leaseMs: LEASE_MS,
      closeMs: 0,
    });
    const store = untilDead(this.#store, () => isDead);
    const die = (): void => {
      isDead = true;
      void jobs.close();
      resolve(null);
    };
    return { runtime: running(store, onError, { jobs, leaseMs: LEASE_MS }), died, die };
  }
}

/** The same to call; once dead nothing is done any more, and nobody hears what became of what was under way. */
function untilDead<T extends object>(of: T, isDead: () => boolean): T {
  const never = new Promise<never>(() => {});
  const call = (method: (...given: unknown[]) => unknown, given: unknown[]): unknown => {
    if (isDead()) return never;
    const heard = given.map(one =>
      typeof one === 'function' ? (...told: unknown[]) => (isDead() ? undefined : one(...told)) : one,
    );
    const result = method.apply(of, heard);
    if (!(result instanceof Promise)) return result;
    return result.then(
      value => (isDead() ? never : value),
      (error: unknown) => (isDead() ? never : Promise.reject(error)),
    );
  };
  return new Proxy(of, {
    get(_, key) {
      const value: unknown = Reflect.get(of, key);
      if (typeof value === 'function')
        return (...given: unknown[]) => call(value as (...given: unknown[]) => unknown, given);
      return typeof value === 'object' && value !== null ? untilDead(value, isDead) : value;
    },
  });
}

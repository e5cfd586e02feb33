import { CallFailed } from './call-failed.ts';
import { unlessAborted } from './unless-aborted.ts';

interface Call<T> {
  promise: Promise<T>;
  waiting: number;
  stop: AbortController;
}

/** Calls under way: whoever wants the same waits for the same, and a call that nobody waits for any more is ended. */
export class SharedCalls<T> {
  readonly #calls = new Map<string, Call<T>>();

  /**
   * Waits for the call of this key; `start` makes it where there is none.
   * Rejects with `timeout` as soon as `signal` is aborted, else as the call does.
   */
  async join(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (signal.aborted) throw new CallFailed('timeout');
    const call = this.#calls.get(key) ?? this.#begin(key, start);
    call.waiting++;
    try {
      return await unlessAborted(call.promise, signal);
    } finally {
      if (--call.waiting === 0) {
        call.stop.abort();
        this.#end(key, call);
      }
    }
  }

  #begin(key: string, start: (signal: AbortSignal) => Promise<T>): Call<T> {
    const stop = new AbortController();
    const call: Call<T> = { promise: start(stop.signal), waiting: 0, stop };
    this.#calls.set(key, call);
    const end = (): void => this.#end(key, call);
    call.promise.then(end, end);
    return call;
  }

  #end(key: string, call: Call<T>): void {
    if (this.#calls.get(key) === call) this.#calls.delete(key);
  }
}

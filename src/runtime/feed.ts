import type { Notice } from '../stores/ledger.ts';
import type { Store, StoredEvent } from '../stores/store.ts';
import { CONVERSATION, conversationStream } from './streams.ts';

type Listener = (events: StoredEvent[]) => void;

/** Milliseconds after which a stream that could not be read is tried again. */
const TRY_AGAIN_MS = 1_000;
/** Streams read at a time when all have to be looked at. */
const AT_A_TIME = 32;

/** One listener to one stream, and the version it has come to. */
class Follower {
  seen: number;
  /** Called when the stream's data are erased. */
  readonly gone: () => void;
  readonly #listener: Listener;

  constructor(after: number, listener: Listener, gone: () => void) {
    this.seen = after;
    this.gone = gone;
    this.#listener = listener;
  }

  /** Takes what follows directly on what was seen; returns false where something between is missing. */
  take(events: StoredEvent[]): boolean {
    const fresh = events.filter(event => event.version > this.seen);
    const [first] = fresh;
    const last = fresh.at(-1);
    if (!first || !last) return true;
    if (first.version !== this.seen + 1) return false;
    this.seen = last.version;
    this.#listener(fresh);
    return true;
  }
}

/**
 * Hands committed events to whoever follows a stream: each event once, in order, first those already stored, then
 * those to come, whichever process commits them. The store's versions decide: what this process commits is passed on
 * at once if it fits, and whatever is missing is read.
 */
export class Feed {
  readonly #store: Store;
  readonly #onError: (error: unknown) => void;
  readonly #followers = new Map<string, Set<Follower>>();
  /** Streams that are being read, and whether to read them once more. */
  readonly #reading = new Map<string, { again: boolean }>();

  constructor(store: Store, onError: (error: unknown) => void) {
    this.#store = store;
    this.#onError = onError;
    store.watch(notice => this.#noticed(notice));
  }

  /** Passes on what this process has committed. */
  publish(events: StoredEvent[]): void {
    const stream = events[0]?.stream;
    if (stream === undefined) return;
    for (const follower of this.#followers.get(stream) ?? [])
      if (!follower.take(events)) void this.#catchUp(stream);
  }

  async follow(
    stream: string,
    after: number,
    listener: Listener,
    gone: () => void = () => {},
  ): Promise<() => void> {
    const follower = new Follower(after, listener, gone);
    // It follows from now on, so that nothing committed while the past is read can be missed.
    const followers = this.#followers.get(stream) ?? new Set();
    this.#followers.set(stream, followers.add(follower));
    const stop = (): void => {
      followers.delete(follower);
      if (followers.size === 0 && this.#followers.get(stream) === followers) this.#followers.delete(stream);
    };
    try {
      follower.take(await this.#store.read(stream, after));
    } catch (error) {
      stop();
      throw error;
    }
    return stop;
  }

  #noticed(notice: Notice): void {
    if (notice === null) void this.#catchUpAll();
    else if ('erased' in notice) this.#end(conversationStream(notice.erased));
    else if (this.#followers.has(notice.stream)) this.#lookAfter(notice.stream, notice.version);
  }

  /** What this process appends is published within the same turn of the event loop; what is missing then is another's. */
  #lookAfter(stream: string, version: number): void {
    setImmediate(() => {
      if (this.#isBehind(stream, version)) void this.#catchUp(stream);
    });
  }

  #isBehind(stream: string, version: number): boolean {
    for (const { seen } of this.#followers.get(stream) ?? []) if (seen < version) return true;
    return false;
  }

  async #catchUpAll(): Promise<void> {
    const streams = [...this.#followers.keys()];
    const work = async (): Promise<void> => {
      for (let stream = streams.pop(); stream !== undefined; stream = streams.pop())
        await this.#catchUp(stream);
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
  }

  /** Reads what the followers of a stream have not seen. One reading at a time, and one more if it was asked for meanwhile. */
  async #catchUp(stream: string): Promise<void> {
    const underWay = this.#reading.get(stream);
    if (underWay) {
      underWay.again = true;
      return;
    }
    const reading = { again: true };
    this.#reading.set(stream, reading);
    try {
      while (reading.again) {
        reading.again = false;
        await this.#readMissed(stream);
      }
    } catch (error) {
      this.#onError(error);
      setTimeout(() => void this.#catchUp(stream), TRY_AGAIN_MS).unref();
    } finally {
      this.#reading.delete(stream);
    }
  }

  /** Nobody follows any more what there is no more. */
  #end(stream: string): void {
    const followers = this.#followers.get(stream) ?? [];
    this.#followers.delete(stream);
    for (const { gone } of followers) gone();
  }

  async #readMissed(stream: string): Promise<void> {
    const seen = Array.from(this.#followers.get(stream) ?? [], follower => follower.seen);
    if (seen.length === 0) return;
    const events = await this.#store.read(stream, Math.min(...seen));
    if (events.length === 0 && (await this.#store.isErased(stream.slice(CONVERSATION.length))))
      return this.#end(stream);
    for (const follower of this.#followers.get(stream) ?? []) follower.take(events);
  }
}

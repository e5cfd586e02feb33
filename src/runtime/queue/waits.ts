import { expectedWait, placesOf } from '../../core/desk/waiting.ts';
import type { QueuePlace } from '../../channels/channel.ts';
import type { DeskHours } from '../../core/calendar/desk-hours.ts';
import type { Clock } from '../clock.ts';
import type { DayBook } from './day-book.ts';
import type { LiveQueue, LiveState } from './live-queue.ts';

export interface WaitsParts {
  live: LiveQueue;
  book: DayBook;
  clock: Clock;
  /** How many could come now. */
  onDuty: () => Promise<number>;
  hours: (now: string) => Pick<DeskHours, 'isOpen' | 'opensAt' | 'isProvisional'>;
  onError: (error: unknown) => void;
}

type Listener = (place: QueuePlace) => void;

/** Tells those who wait for a person how the queue stands: reckoned once for each change, whoever listens. */
export class Waits {
  readonly #parts: WaitsParts;
  readonly #followers = new Map<string, Set<{ listener: Listener; told: string }>>();
  #unwatch: (() => void) | null = null;
  #latest: LiveState | null = null;
  #isTelling = false;

  constructor(parts: WaitsParts) {
    this.#parts = parts;
  }

  /** Calls `listener` as soon as the conversation stands in the queue, and whenever its place or wait changes. */
  follow(conversation: string, listener: Listener): () => void {
    const follower = { listener, told: '' };
    const followers = this.#followers.get(conversation) ?? new Set();
    this.#followers.set(conversation, followers.add(follower));
    if (this.#unwatch) this.#parts.live.look();
    this.#unwatch ??= this.#parts.live.watch(state => this.#changed(state));
    return () => {
      followers.delete(follower);
      if (followers.size === 0 && this.#followers.get(conversation) === followers)
        this.#followers.delete(conversation);
      if (this.#followers.size > 0) return;
      this.#unwatch?.();
      this.#unwatch = null;
    };
  }

  /** One state after the other, and of several that have come meanwhile the last: nobody is told what is past. */
  #changed(state: LiveState): void {
    this.#latest = state;
    if (!this.#isTelling) void this.#tellLatest();
  }

  async #tellLatest(): Promise<void> {
    this.#isTelling = true;
    for (let state = this.#latest; state; state = this.#latest) {
      this.#latest = null;
      await this.#tell(state).catch(this.#parts.onError);
    }
    this.#isTelling = false;
  }

  async #tell({ waiting }: LiveState): Promise<void> {
    const { book, clock, hours } = this.#parts;
    const [{ accepted }, onDuty] = await Promise.all([book.read(), this.#parts.onDuty()]);
    const now = hours(clock.now());
    for (const [conversation, place] of placesOf(waiting)) {
      const followers = this.#followers.get(conversation);
      if (!followers) continue;
      const told = { place, expects: expectedWait(place, onDuty, accepted, now) };
      const text = JSON.stringify(told);
      for (const follower of followers) {
        if (follower.told === text) continue;
        follower.told = text;
        follower.listener(told);
      }
    }
  }
}

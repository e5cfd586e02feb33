import type { Mediator } from '../core/conversation/events.ts';
import type { SignalData, Signals } from './signals.ts';

/** Milliseconds within which each process tells again who is there; who was not told of for so long is gone. */
export const TOLD_EVERY = 5_000;
const GONE_AFTER = 15_000;

type Here = SignalData['present']['here'];

/** Who has a console open, in all processes, as far as signals tell. */
export class Attendance {
  readonly #processes = new Map<string, { at: number; here: Here; text: string }>();
  readonly #seen = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  readonly #unhear: () => void;
  readonly #now: () => number;
  readonly #since: number;

  /** @param now milliseconds of a clock that never goes back */
  constructor(signals: Signals, now = () => performance.now()) {
    this.#now = now;
    this.#since = now();
    this.#unhear = signals.hear('present', told => this.#told(told));
  }

  /** Whether somebody was there a moment ago: who only loads the page anew has not been away. */
  isHere(staff: string): boolean {
    return this.#now() - (this.#seen.get(staff) ?? -Infinity) < GONE_AFTER;
  }

  /** Whether somebody is certainly away. Whoever has only just begun to listen does not know yet. */
  isGone(staff: string): boolean {
    return this.#now() - (this.#seen.get(staff) ?? this.#since) >= GONE_AFTER;
  }

  /** Everybody once who has a conversation open, by name. */
  at(conversation: string): Mediator[] {
    const found = new Map<string, Mediator>();
    for (const { at, here } of this.#processes.values())
      if (this.#now() - at < GONE_AFTER)
        for (const one of here) if (one.conversation === conversation) found.set(one.staff.id, one.staff);
    return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** Calls `listener` when somebody has come, gone, or opened something else, anywhere. Returns how to stop. */
  changed(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  stop(): void {
    this.#unhear();
  }

  #told({ process, here }: SignalData['present']): void {
    const at = this.#now();
    const text = JSON.stringify(here);
    const isNews = this.#processes.get(process)?.text !== text;
    this.#processes.set(process, { at, here, text });
    for (const { staff } of here) this.#seen.set(staff.id, at);
    for (const [name, told] of this.#processes) if (at - told.at >= GONE_AFTER) this.#processes.delete(name);
    if (isNews) for (const listener of this.#listeners) listener();
  }
}

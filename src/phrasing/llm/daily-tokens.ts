import { dayIn } from '../../core/language/day.ts';
import { CallFailed } from './call-failed.ts';

export interface DailyTokensOptions {
  /** Tokens a day, in and out; null: as many as there are. */
  most: number | null;
  /** IANA zone in which a day begins. */
  zone: string;
  /** The instant, ISO 8601 in UTC. */
  now: () => string;
  /** Told once a day, when nothing is left. */
  onSpent: () => void;
}

/** The tokens that this process may use in a day. */
export class DailyTokens {
  readonly #options: DailyTokensOptions;
  #day = '';
  #spent = 0;
  #isTold = false;

  constructor(options: DailyTokensOptions) {
    this.#options = options;
  }

  /**
   * Sets tokens aside for a call.
   * @param expected as many as it may take
   * @returns to be called once with what it took
   * @throws CallFailed where they are not left today
   */
  setAside(expected: number): (took: number) => void {
    const { most, zone, now, onSpent } = this.#options;
    const day = dayIn(zone, now());
    if (day !== this.#day) {
      this.#day = day;
      this.#spent = 0;
      this.#isTold = false;
    }
    if (most !== null && this.#spent + expected > most) {
      if (!this.#isTold) onSpent();
      this.#isTold = true;
      throw new CallFailed('budget');
    }
    this.#spent += expected;
    return took => {
      // What was set aside yesterday is no longer counted.
      if (day === this.#day) this.#spent += took - expected;
    };
  }
}

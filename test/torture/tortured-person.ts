import { setTimeout as pause } from 'node:timers/promises';
import { talk } from '../bench/talk.ts';
import type { Chance } from './chance.ts';
import type { Memoir } from './memoir.ts';
import { PersonLine } from './person-line.ts';

/** Somebody who talks with a server that keeps dying, up to filing: sends each message until it has been answered. */
export class TorturedPerson {
  readonly memoirs: Memoir[] = [];
  readonly #line: PersonLine;
  readonly #name: string;
  readonly #chance: Chance;

  constructor(urls: string[], name: string, chance: Chance) {
    this.#line = new PersonLine(urls, chance);
    this.#name = name;
    this.#chance = chance;
  }

  /** Has one talk after the other until it is over; a talk under way is brought to its end. */
  async live(over: AbortSignal): Promise<void> {
    while (!over.aborted) await this.#talk();
    this.#line.hangUp();
  }

  async #talk(): Promise<void> {
    const memoir = await this.#line.open();
    this.memoirs.push(memoir);
    for (const [at, { text, choice }] of talk.entries()) {
      const id = `${this.#name}-${at}`;
      const message = { id, text, ...(choice === undefined ? {} : { choice }) };
      await this.#line.say(message, () => memoir.answered.has(id));
      if (this.#chance.is(0.3)) await pause(this.#chance.upTo(30));
    }
  }
}

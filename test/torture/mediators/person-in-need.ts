import type { Entry } from '../../../src/protocol/entry.ts';
import type { SaidMessage } from '../../../src/protocol/frames.ts';
import type { Chance } from '../chance.ts';
import type { Memoir } from '../memoir.ts';
import { PersonLine } from '../person-line.ts';

const TELLS = [
  '淘宝买的鞋299元，商家不退款',
  '支付宝可以打12378协商吗',
  '花呗还不上了',
  '299块',
  '我不想活了',
  '好的',
];
/** So much is done in a talk at most, and milliseconds from one thing to the next. */
const MOST_DONE = 9;
const LONGEST_PAUSE = 700;

/** How a talk stands by what was shown last; `told`: that nobody has come. */
type Stands = 'alone' | 'waits' | 'told' | 'joined' | 'left';

/** Somebody who asks for a person, waits, talks with whoever comes, gives up or asks again: each talk another way. */
export class PersonInNeed {
  readonly memoirs: Memoir[] = [];
  readonly #line: PersonLine;
  readonly #name: string;
  readonly #chance: Chance;
  #stands: Stands = 'alone';
  #count = 0;

  constructor(urls: string[], name: string, chance: Chance) {
    this.#line = new PersonLine(urls, chance);
    this.#line.onEntries = entries => {
      for (const entry of entries) this.#hear(entry);
    };
    this.#name = name;
    this.#chance = chance;
  }

  /** Has one talk after the other while `next` gives leave; what is under way is brought to its end. */
  async live(next: () => boolean): Promise<void> {
    while (next()) await this.#talk();
    this.#line.hangUp();
  }

  async #talk(): Promise<void> {
    this.#stands = 'alone';
    const memoir = await this.#line.open();
    this.memoirs.push(memoir);
    if (this.#chance.is(0.5)) await this.#say(memoir, { text: this.#chance.one(TELLS) });
    await this.#ask(memoir);
    await this.#goOn(memoir);
    // Some just go, and are waited for.
    if ((this.#is('waits') || this.#is('told')) && this.#chance.is(0.9))
      await this.#press(memoir, 'act:stop-waiting');
  }

  async #goOn(memoir: Memoir): Promise<void> {
    for (let done = 0; done < MOST_DONE; done++) {
      await this.#line.listen(this.#chance.upTo(LONGEST_PAUSE), () => this.#is('left'));
      if (this.#is('left') || (this.#is('told') && this.#chance.is(0.3))) {
        if (this.#chance.is(0.5)) await this.#press(memoir, 'rating:5');
        if (this.#chance.is(0.8)) return;
        await this.#ask(memoir);
      } else if (this.#chance.is(0.06)) {
        await this.#press(memoir, 'act:stop-waiting');
        if (this.#chance.is(0.7)) return;
        await this.#ask(memoir);
      } else if (this.#chance.is(0.05)) await this.#press(memoir, 'handoff:wait');
      else if (this.#chance.is(0.4)) await this.#say(memoir, { text: this.#chance.one(TELLS) });
    }
  }

  async #ask(memoir: Memoir): Promise<void> {
    this.#stands = 'waits';
    await this.#say(memoir, { text: '转人工' });
    await this.#press(memoir, 'handoff:yes');
  }

  readonly #is = (stands: Stands): boolean => this.#stands === stands;

  readonly #press = (memoir: Memoir, choice: string): Promise<void> =>
    this.#say(memoir, { text: '', choice });

  /** Says something until it is shown as saved: whether anybody answers is another matter. */
  #say(memoir: Memoir, what: Omit<SaidMessage, 'id'>): Promise<void> {
    const id = `${this.#name}-${this.#count++}`;
    return this.#line.say({ id, ...what }, () => memoir.acknowledged.has(id));
  }

  #hear({ notice, replies = [] }: Entry): void {
    if (notice === 'joined') this.#stands = 'joined';
    else if (notice === 'left' || notice === 'ended') this.#stands = 'left';
    else if (replies.some(reply => reply.act === 'human-unanswered')) this.#stands = 'told';
  }
}

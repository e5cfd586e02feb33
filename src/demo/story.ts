import type { Language } from '../core/knowledge/localized.ts';
import { addDays, dayIn } from '../core/language/day.ts';
import type { Dice } from './dice.ts';

/** What an invented person has to tell. */
export interface Story {
  language: Language;
  /** Negotiation type. */
  type: string;
  /** Their first words. */
  tells: string;
  /** What they answer, by the slot that is asked: words, or after `=` the choice they press. */
  answers: Record<string, string>;
  /** Names of the files they send. */
  files: string[];
  /** Talk with a mediator, the mediator first, by turns. */
  talk: string[];
  /** What the mediator notes, and why the case moves on. */
  note: string;
  reason: string;
}

/** What changes from one telling of a story to the next. */
export interface Particulars {
  /** A sum as it is said. */
  yuan: (least: number, most: number) => string;
  /** The day so long before the telling, as it is said. */
  day: (ago: number) => string;
  one: Dice['one'];
  order: () => string;
}

export type StoryTemplate = (given: Particulars) => Story;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** @param now instant of the telling, ISO 8601 in UTC */
export function particulars(dice: Dice, language: Language, zone: string, now: string): Particulars {
  return {
    yuan(least, most) {
      const sum = dice.between(least, most);
      return language === 'en' ? `${sum} yuan` : `${sum}元`;
    },
    day(ago) {
      const day = addDays(dayIn(zone, now), -ago);
      const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
      return language === 'en' ? `${date} ${MONTHS[month - 1]}` : `${month}月${date}日`;
    },
    one: dice.one,
    order: () => `${now.slice(0, 10).replaceAll('-', '')}${dice.digits(20)}`,
  };
}

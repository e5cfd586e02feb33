import type { SlotDefinition } from '../../knowledge/negotiation.ts';
import type { Value } from '../../knowledge/value.ts';
import type { Language } from '../../knowledge/localized.ts';

/** What a recogniser may know besides the words. */
export interface ReadingContext {
  language: Language;
  /** The instant against which 昨天 and 上个月 are read, ISO 8601 in UTC. */
  now: string;
  /** IANA zone in which the person's days begin. */
  zone: string;
  /** The slot that was asked, if one was: 三千 alone is money when money was asked. */
  asked: SlotDefinition | null;
  /** The side of now on which a date without a year lies. */
  prefers: 'past' | 'future';
}

/**
 * A value found in a text. `candidates` has one value when the reading is certain; more than one when a character
 * next to it leaves several readings open, and then the person is asked.
 * `start` and `end` are UTF-16 offsets into the text as given (normalisation keeps every offset).
 */
export interface Recognised<V extends Value = Value> {
  kind: V['kind'];
  start: number;
  end: number;
  words: string;
  rule: string;
  certainty: 'stated' | 'assumed';
  candidates: V[];
}

/**
 * Finds all values of one kind. `text` is normalised (see `core/language/normalize`); `raw` is the text as given, for
 * what only capitals tell. Linear in its length.
 */
export type Recogniser<V extends Value = Value> = (
  text: string,
  context: ReadingContext,
  raw?: string,
) => Recognised<V>[];

import type { SlotKind } from '../../src/core/knowledge/value.ts';

/** What a language's sayings of one kind of value mean. Everything is read against `NOW` in `ZONE`. */
export interface Corpus {
  kind: SlotKind;
  /** Value, as the fields that matter, and how people say it, with no question asked before. */
  said: Meaning[];
  /** The same, in answer to a question for this kind. */
  answers: Meaning[];
  /** Sayings that several values fit: they must be asked back, never guessed. */
  unclear: string[];
  /** Sayings that hold no value of this kind. */
  none: string[];
}

export interface Meaning {
  value: Record<string, unknown>;
  sayings: string[];
}

/** A Monday noon in Shanghai. */
export const NOW = '2026-11-23T04:00:00.000Z';
export const ZONE = 'Asia/Shanghai';

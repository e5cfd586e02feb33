import type { Lexicon } from '../knowledge/lexicon.ts';
import { normalize } from '../language/normalize.ts';
import { Misspellings } from '../nlu/misspellings.ts';
import { SayingIndex } from '../nlu/saying-index.ts';

/** How much a concept says about what is asked. */
export type ConceptKind = Exclude<keyof Lexicon['concepts'], 'frame'>;

type WrittenKind = Exclude<ConceptKind, 'foreign'>;
type Groups = Pick<Lexicon['concepts'], WrittenKind>;

export interface Concept {
  /** From 1, the same for the same concept in either language; 0 for all that is foreign. */
  number: number;
  kind: ConceptKind;
}

/** A stretch of a text and what stands there; words of the frame stand for no concept. */
export interface ConceptSpan {
  start: number;
  end: number;
  concepts: readonly Concept[];
}

const FOREIGN: Concept = { number: 0, kind: 'foreign' };

interface Reading {
  concepts: Concept[];
  /** So many units of the saying are its own; the rest is what has to follow. */
  own: number;
}

/** Reads in a text what questions say in different words. */
export class Concepts {
  readonly #sayings = new SayingIndex<Reading>();
  /** A question is read for what it asks and again for whether it is ours. */
  #last: { text: string; spans: readonly ConceptSpan[] } = { text: '', spans: [] };

  constructor(lexicons: Lexicon[]) {
    const misspellings = new Misspellings(lexicons);
    const readings = new Map<string, Reading>();
    const concepts = new Map<string, Concept>();
    const add = (saying: string, concept?: Concept): void => {
      for (const { words, not } of misspellings.of(readable(saying))) {
        addAsWritten(words, concept);
        for (const longer of not) addAsWritten(longer);
      }
    };
    const addAsWritten = (saying: string, concept?: Concept): void => {
      const [own = '', after = ''] = saying.split('|');
      const reading = readings.get(own + after) ?? { concepts: [], own: own.length };
      readings.set(own + after, reading);
      if (concept && !reading.concepts.includes(concept)) reading.concepts.push(concept);
    };
    for (const { concepts: written } of lexicons) {
      const { frame, foreign, ...kinds } = written;
      for (const word of frame) add(word);
      for (const word of foreign) add(word, FOREIGN);
      for (const [kind, group] of Object.entries(kinds) as [WrittenKind, Groups[WrittenKind]][])
        for (const id of Object.keys(group)) {
          const concept = concepts.get(id) ?? { number: concepts.size + 1, kind };
          concepts.set(id, concept);
          for (const saying of sayingsOf(id, kinds)) add(saying, concept);
        }
    }
    for (const [saying, reading] of readings) this.#sayings.add(saying, reading);
  }

  /** What stands in a `readable` text, from left to right: at each place the longest saying, and none inside another. */
  read(text: string): readonly ConceptSpan[] {
    if (text !== this.#last.text) this.#last = { text, spans: this.#spansIn(text) };
    return this.#last.spans;
  }

  #spansIn(text: string): ConceptSpan[] {
    const spans: ConceptSpan[] = [];
    const hits = this.#sayings.find(text);
    let read = 0;
    for (const [at, { start, tag }] of hits.entries()) {
      // Hits are ordered by start, then by length: the last that starts here is the longest.
      if (start < read || hits[at + 1]?.start === start) continue;
      read = start + tag.own;
      spans.push({ start, end: read, concepts: tag.concepts });
    }
    return spans;
  }
}

/** One or two digits, or a number somebody has blotted out. */
const HAS_NUMBER = /[\d*]/;
const SHORT_NUMBER = /\*+|(?<!\d)\d{1,2}(?!\d)/g;

/** A text in the form in which concepts are read: normalised, every short number the same. */
export function readable(text: string): string {
  const normal = normalize(text);
  return HAS_NUMBER.test(normal) ? normal.replace(SHORT_NUMBER, '*') : normal;
}

/** A concept's own sayings and those of the concepts it takes in. */
function sayingsOf(id: string, kinds: Groups): string[] {
  const own = Object.values(kinds).flatMap(group => group[id] ?? []);
  return own.flatMap(saying => (saying.startsWith('~') ? sayingsOf(saying.slice(1), kinds) : [saying]));
}

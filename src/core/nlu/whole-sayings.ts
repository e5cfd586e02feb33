import { normalize } from '../language/normalize.ts';
import { SayingIndex } from './saying-index.ts';
import { linksOf } from './saying-pattern.ts';

/** What whole messages mean: by their very words, or by a pattern. */
export class WholeSayings<Tag> {
  readonly #words = new SayingIndex<Tag>();
  readonly #patterns = new SayingIndex<Tag>();

  /** @param words normalised, without fillers */
  addWords(words: string, tag: Tag): void {
    this.#words.add(words, tag);
  }

  /** @param pattern `(a|b)` for either, `(a|)` for a or nothing */
  addPattern(pattern: string, tag: Tag): void {
    this.#patterns.addAny(linksOf(normalize(pattern)), tag);
  }

  /** What a text means as a whole, each meaning once; nothing where it says more or something else. */
  get(text: string): Tag[] | undefined {
    const words = this.#words.whole(text);
    const patterns = this.#patterns.whole(text);
    return words.length + patterns.length > 0 ? [...new Set([...words, ...patterns])] : undefined;
  }
}

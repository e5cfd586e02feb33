import { normalize } from '../language/normalize.ts';
import { SayingIndex } from './saying-index.ts';
import { linksOf } from './saying-pattern.ts';

/** What whole messages mean: by their very words, or by a pattern. */
export class WholeSayings<Tag> {
  readonly #byWords = new Map<string, Tag[]>();
  readonly #patterns = new SayingIndex<Tag>();

  /** @param words normalised, without fillers */
  addWords(words: string, tag: Tag): void {
    const known = this.#byWords.get(words) ?? [];
    if (!known.includes(tag)) this.#byWords.set(words, [...known, tag]);
  }

  /** @param pattern `(a|b)` for either, `(a|)` for a or nothing */
  addPattern(pattern: string, tag: Tag): void {
    this.#patterns.addAny(linksOf(normalize(pattern)), tag);
  }

  /** What a text means as a whole, each meaning once; nothing where it says more or something else. */
  get(text: string): Tag[] | undefined {
    const byWords = this.#byWords.get(text);
    const byPattern = this.#patterns.whole(text);
    return byPattern.length > 0 ? [...new Set([...(byWords ?? []), ...byPattern])] : byWords;
  }
}

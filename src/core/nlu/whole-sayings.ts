import { normalize } from '../language/normalize.ts';
import { linksOf } from './saying-pattern.ts';

/** No answer or command is longer than this, so a longer message is not even looked at. */
const LONGEST = 40;

/** What whole messages mean: by their very words, or by a pattern, of which only few begin with their first character. */
export class WholeSayings<Tag> {
  readonly #byWords = new Map<string, Tag[]>();
  readonly #byFirst = new Map<string, { wording: RegExp; tag: Tag }[]>();

  /** @param words normalised, without fillers */
  addWords(words: string, tag: Tag): void {
    const known = this.#byWords.get(words) ?? [];
    if (!known.includes(tag)) this.#byWords.set(words, [...known, tag]);
  }

  /** @param pattern `(a|b)` for either, `(a|)` for a or nothing */
  addPattern(pattern: string, tag: Tag): void {
    const links = linksOf(normalize(pattern));
    const source = links.map(link => `(?:${link.map(RegExp.escape).join('|')})`).join('');
    const wording = new RegExp(`^${source}$`, 'u');
    for (const first of firstOf(links)) {
      const all = this.#byFirst.get(first) ?? [];
      all.push({ wording, tag });
      this.#byFirst.set(first, all);
    }
  }

  /** What a text means as a whole, each meaning once; nothing where it says more or something else. */
  get(text: string): Tag[] | undefined {
    if (text.length > LONGEST) return undefined;
    const byPattern = (this.#byFirst.get(text.charAt(0)) ?? []).filter(({ wording }) => wording.test(text));
    const byWords = this.#byWords.get(text);
    if (byPattern.length === 0) return byWords;
    return [...new Set([...(byWords ?? []), ...byPattern.map(({ tag }) => tag)])];
  }
}

/** The characters with which a wording can begin: of the first link, and of those after it while it can be nothing. */
function firstOf(links: string[][]): Set<string> {
  const firsts = new Set<string>();
  for (const link of links) {
    for (const wording of link) if (wording !== '') firsts.add(wording.charAt(0));
    if (!link.includes('')) break;
  }
  return firsts;
}

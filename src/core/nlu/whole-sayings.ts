import { normalize } from '../language/normalize.ts';
import { linksOf } from './saying-pattern.ts';

/** No command is longer than this, so a longer message is not even looked at. */
const LONGEST = 40;

/** Finds what a whole message says among patterns, by the few that can begin with its first character. */
export class WholeSayings<Tag> {
  readonly #byFirst = new Map<string, { wording: RegExp; tag: Tag }[]>();

  /** @param pattern `(a|b)` for either, `(a|)` for a or nothing */
  add(pattern: string, tag: Tag): void {
    const links = linksOf(normalize(pattern));
    const source = links.map(link => `(?:${link.map(RegExp.escape).join('|')})`).join('');
    const wording = new RegExp(`^${source}$`, 'u');
    for (const first of firstOf(links)) {
      const all = this.#byFirst.get(first) ?? [];
      all.push({ wording, tag });
      this.#byFirst.set(first, all);
    }
  }

  /** The tags of the patterns that are all of a normalised text, in the order in which they were added. */
  find(text: string): Tag[] {
    if (text.length === 0 || text.length > LONGEST) return [];
    const candidates = this.#byFirst.get(text.charAt(0)) ?? [];
    return candidates.filter(({ wording }) => wording.test(text)).map(({ tag }) => tag);
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

import { insideWord } from '../language/character-class.ts';

export interface SayingHit<Tag> {
  start: number;
  end: number;
  tag: Tag;
}

/** Stands for "no node": the root is the child of none. */
const NONE = 0;
const ROOT = 0;

/**
 * Finds many sayings in one pass over a text. A saying that begins or ends with a Latin letter or digit counts only at
 * a word boundary there, so that `hi` is not found in `this`. Time is linear in the text for sayings of bounded length.
 *
 * A trie whose nodes are numbers in order of their making and whose edges lie in one open-addressed table: the slot
 * that a node and a unit hash to, or one of those after it up to the first free one, holds the child that knows both as
 * its own. At least half of the slots are free.
 */
export class SayingIndex<Tag> {
  readonly #parents: number[] = [NONE];
  readonly #units: number[] = [0];
  readonly #tags: Tag[][] = [[]];
  #children = new Int32Array(1024);
  /** The children of the root once more, by unit: most characters of a text begin no saying. */
  readonly #first = new Int32Array(0x10000);

  /** `saying` must be normalised as the texts will be. */
  add(saying: string, tag: Tag): void {
    this.addAny([[saying]], tag);
  }

  /** All the sayings that take one wording of each link of the chain: [[想, 要], [去, ''], [死]]. */
  addAny(chain: string[][], tag: Tag): void {
    let ends = new Set([ROOT]);
    for (const wordings of chain) {
      const further = new Set<number>();
      for (const node of ends) for (const wording of wordings) further.add(this.#extend(node, wording));
      ends = further;
    }
    ends.delete(ROOT);
    for (const node of ends) {
      const tags = this.#tags[node];
      if (tags && tags.length > 0) tags.push(tag);
      else this.#tags[node] = [tag];
    }
  }

  /** All hits, overlapping ones included, ordered by start, then by length. */
  find(text: string): SayingHit<Tag>[] {
    const hits: SayingHit<Tag>[] = [];
    this.each(text, (start, end, tag) => hits.push({ start, end, tag }));
    return hits;
  }

  /** Visits what `find` gives, in its order. */
  each(text: string, visit: (start: number, end: number, tag: Tag) => void): void {
    for (let start = 0; start < text.length; start++) {
      let node = this.#first[text.charCodeAt(start)] ?? NONE;
      if (node === NONE || insideWord(text, start)) continue;
      for (let end = start + 1; node !== NONE; end++) {
        const tags = this.#tags[node] ?? NO_TAGS;
        if (tags.length > 0 && !insideWord(text, end)) for (const tag of tags) visit(start, end, tag);
        if (end >= text.length) break;
        node = this.#children[this.#slot(node, text.charCodeAt(end))] ?? NONE;
      }
    }
  }

  #extend(from: number, wording: string): number {
    let node = from;
    for (let at = 0; at < wording.length; at++) {
      const unit = wording.charCodeAt(at);
      const slot = this.#slot(node, unit);
      node = this.#children[slot] || this.#grow(node, unit, slot);
    }
    return node;
  }

  #grow(parent: number, unit: number, slot: number): number {
    const child = this.#parents.push(parent) - 1;
    this.#units.push(unit);
    this.#tags.push(NO_TAGS);
    this.#children[slot] = child;
    if (parent === ROOT) this.#first[unit] = child;
    if (child * 2 > this.#children.length) this.#widen();
    return child;
  }

  #widen(): void {
    this.#children = new Int32Array(this.#children.length * 2);
    for (let child = 1; child < this.#parents.length; child++)
      this.#children[this.#slot(this.#parents[child] ?? NONE, this.#units[child] ?? 0)] = child;
  }

  /** Where the child of a node by a unit lies, or would lie. */
  #slot(parent: number, unit: number): number {
    const last = this.#children.length - 1;
    const hash = Math.imul(parent, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    for (let slot = (hash ^ (hash >>> 15)) & last; ; slot = (slot + 1) & last) {
      const child = this.#children[slot] ?? NONE;
      if (child === NONE || (this.#parents[child] === parent && this.#units[child] === unit)) return slot;
    }
  }
}

const NO_TAGS: never[] = [];

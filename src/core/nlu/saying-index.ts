/**
 * Finds many sayings in one pass over a text. A saying that begins or ends with a Latin letter or digit counts only at
 * a word boundary there, so that `hi` is not found in `this`. Time is linear in the text for sayings of bounded length.
 */
export interface SayingHit<Tag> {
  start: number;
  end: number;
  tag: Tag;
}

interface TrieNode<Tag> {
  next: Map<number, TrieNode<Tag>>;
  tags: Tag[];
}

const isWordUnit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x5f;

export class SayingIndex<Tag> {
  readonly #root: TrieNode<Tag> = { next: new Map(), tags: [] };

  /** `saying` must be normalised as the texts will be. */
  add(saying: string, tag: Tag): void {
    this.addAny([[saying]], tag);
  }

  /** All the sayings that take one wording of each link of the chain: [[想, 要], [去, ''], [死]]. */
  addAny(chain: string[][], tag: Tag): void {
    let ends = new Set([this.#root]);
    for (const wordings of chain)
      ends = new Set([...ends].flatMap(node => wordings.map(wording => extend(node, wording))));
    ends.delete(this.#root);
    for (const node of ends) node.tags.push(tag);
  }

  /** All hits, overlapping ones included, ordered by start, then by length. */
  find(text: string): SayingHit<Tag>[] {
    const hits: SayingHit<Tag>[] = [];
    for (let start = 0; start < text.length; start++) {
      let node = this.#root.next.get(text.charCodeAt(start));
      if (!node || insideWord(text, start)) continue;
      for (let end = start + 1; node; end++) {
        if (node.tags.length > 0 && !insideWord(text, end)) {
          for (const tag of node.tags) hits.push({ start, end, tag });
        }
        if (end >= text.length) break;
        node = node.next.get(text.charCodeAt(end));
      }
    }
    return hits;
  }
}

function extend<Tag>(from: TrieNode<Tag>, wording: string): TrieNode<Tag> {
  let node = from;
  for (let at = 0; at < wording.length; at++) {
    const unit = wording.charCodeAt(at);
    let child = node.next.get(unit);
    if (!child) {
      child = { next: new Map(), tags: [] };
      node.next.set(unit, child);
    }
    node = child;
  }
  return node;
}

/** Whether the border before `at` cuts a Latin word or a number in two. */
function insideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  return isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(text.charCodeAt(at));
}

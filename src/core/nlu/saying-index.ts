import { insideWord } from '../language/character-class.ts';

export interface SayingHit<Tag> {
  start: number;
  end: number;
  tag: Tag;
}

/** What is left of a chain: one of the wordings, then what follows; at its end the tag. */
type Rest<Tag> = { wordings: string[]; then: Rest<Tag> } | { tag: Tag };

/** A place inside a wording: the unit at `at` comes next. */
interface Place<Tag> {
  wording: string;
  at: number;
  then: Rest<Tag>;
}

const ROOT = 0;
/** No child is the root, so its number says that there is none. */
const NONE = ROOT;

/**
 * Finds many sayings in one pass over a text. A saying that begins or ends with a Latin letter or digit counts only at
 * a word boundary there, so that `hi` is not found in `this`. Time is linear in the text for sayings of bounded length.
 *
 * A trie of all sayings that grows where texts lead: a chain stands for the product of its wordings, of which few are
 * ever written. Its nodes are numbers. All its edges lie in one open-addressed table of rows, so that a step mostly
 * reads one place of memory: the row that a node and a unit hash to, or the next after it that is theirs or free.
 */
export class SayingIndex<Tag> {
  readonly #sayings: Rest<Tag>[] = [];
  /** By node: the tags of the sayings that end there, and where those that lead there go on. */
  #tags: Tag[][] = [];
  #ahead: Place<Tag>[][] = [];
  /** By unit: the node that it leads to from the root, where most steps of a search begin and end. */
  #firsts = new Int32Array(0);
  /** One bit for each two units with which a saying begins, by their hash: most second steps lead nowhere. */
  #pairs = new Uint8Array(0);
  /** Rows of parent, unit, child; the child is negative while it has no children made of what lies ahead of it. */
  #edges = new Int32Array(0);
  readonly #mostNodes: number;

  /** @param mostNodes where texts led to more, the trie is planted anew, so that no writer can fill the memory */
  constructor(mostNodes = 250_000) {
    this.#mostNodes = mostNodes;
  }

  /** `saying` must be normalised as the texts will be. */
  add(saying: string, tag: Tag): void {
    this.addAny([[saying]], tag);
  }

  /** All the sayings that take one wording of each link of the chain: [[想, 要], [去, ''], [死]]. */
  addAny(chain: string[][], tag: Tag): void {
    this.#sayings.push(chain.reduceRight<Rest<Tag>>((then, wordings) => ({ wordings, then }), { tag }));
    this.#tags = [];
  }

  /** All hits, overlapping ones included, ordered by start, then by length. */
  find(text: string): SayingHit<Tag>[] {
    const hits: SayingHit<Tag>[] = [];
    this.each(text, (start, end, tag) => hits.push({ start, end, tag }));
    return hits;
  }

  /** Visits what `find` gives, in its order. */
  each(text: string, visit: (start: number, end: number, tag: Tag) => void): void {
    this.#plant();
    const firsts = this.#firsts;
    const allTags = this.#tags;
    for (let start = 0; start < text.length; start++) {
      const unit = text.charCodeAt(start);
      let node = firsts[unit] ?? NONE;
      if (node === NONE || insideWord(text, start)) continue;
      if (allTags[node] === NO_TAGS && !this.#mayFollow(unit, text.charCodeAt(start + 1))) continue;
      for (let end = start + 1; node !== NONE; end++) {
        const tags = allTags[node] ?? NO_TAGS;
        if (tags !== NO_TAGS && !insideWord(text, end)) for (const tag of tags) visit(start, end, tag);
        if (end >= text.length) break;
        node = this.#child(node, text.charCodeAt(end));
      }
    }
  }

  /** The tags of the sayings that are a whole text, in the order in which they were added. */
  whole(text: string): readonly Tag[] {
    this.#plant();
    let node = ROOT;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      node = at === 0 ? (this.#firsts[unit] ?? NONE) : this.#child(node, unit);
      if (node === NONE) return [];
    }
    return this.#tags[node] ?? [];
  }

  /** Makes the root where there is none, or too much grew from it. */
  #plant(): void {
    if (this.#tags.length > 0 && this.#tags.length <= this.#mostNodes) return;
    this.#tags = [];
    this.#ahead = [];
    this.#edges = new Int32Array(FEWEST_ROWS * ROW);
    this.#firsts = new Int32Array(UNITS);
    this.#pairs = new Uint8Array(PAIRS / 8);
    const ahead = this.#ahead[this.#make(this.#sayings.map(then => ({ wording: '', at: 0, then })))] ?? [];
    for (const [unit, places] of byNextUnit(ahead)) {
      const first = this.#make(movedOn(places));
      this.#firsts[unit] = first;
      for (const { wording, at } of this.#ahead[first] ?? []) {
        const pair = pairOf(unit, wording.charCodeAt(at));
        this.#pairs[pair >> 3] = (this.#pairs[pair >> 3] ?? 0) | (1 << (pair & 7));
      }
      this.#grow(first);
    }
  }

  #mayFollow(unit: number, next: number): boolean {
    const pair = pairOf(unit, next);
    return ((this.#pairs[pair >> 3] ?? 0) & (1 << (pair & 7))) !== 0;
  }

  #child(parent: number, unit: number): number {
    const row = this.#rowOf(parent, unit);
    const child = this.#edges[row + 2] ?? NONE;
    if (child >= 0) return child;
    this.#edges[row + 2] = -child;
    this.#grow(-child);
    return -child;
  }

  /** Makes the children of a node. */
  #grow(parent: number): void {
    const ahead = this.#ahead[parent] ?? [];
    for (const [unit, places] of byNextUnit(ahead)) {
      const child = this.#make(movedOn(places));
      if (child * 2 > this.#edges.length / ROW) this.#widen();
      this.#enter(parent, unit, -child);
    }
    this.#ahead[parent] = [];
  }

  /** Makes the node that is reached at all the given places, each in or right after its wording. */
  #make(places: Place<Tag>[]): number {
    const tags: Tag[] = [];
    const ahead: Place<Tag>[] = [];
    let entered: Set<Rest<Tag>> | null = null;
    for (const place of places) {
      if (place.at < place.wording.length) ahead.push(place);
      else enter(place.then);
    }
    this.#ahead.push(ahead);
    return this.#tags.push(tags.length > 0 ? tags : NO_TAGS) - 1;

    /** Several routes may lead to what is left of a chain; it counts once. */
    function enter(rest: Rest<Tag>): void {
      entered ??= new Set();
      if (entered.has(rest)) return;
      entered.add(rest);
      if ('tag' in rest) tags.push(rest.tag);
      else
        for (const wording of rest.wordings) {
          if (wording === '') enter(rest.then);
          else ahead.push({ wording, at: 0, then: rest.then });
        }
    }
  }

  /** Twice as many rows; at least half of them stay free. */
  #widen(): void {
    const before = this.#edges;
    this.#edges = new Int32Array(before.length * 2);
    for (let row = 0; row < before.length; row += ROW) {
      const child = before[row + 2] ?? NONE;
      if (child !== NONE) this.#enter(before[row] ?? ROOT, before[row + 1] ?? 0, child);
    }
  }

  #enter(parent: number, unit: number, child: number): void {
    const row = this.#rowOf(parent, unit);
    this.#edges[row] = parent;
    this.#edges[row + 1] = unit;
    this.#edges[row + 2] = child;
  }

  /** The row of the edge from a node by a unit, or the free one where it would lie. */
  #rowOf(parent: number, unit: number): number {
    const edges = this.#edges;
    const last = edges.length / ROW - 1;
    const hash = Math.imul(parent, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    for (let at = (hash ^ (hash >>> 15)) & last; ; at = (at + 1) & last) {
      const row = at * ROW;
      if (edges[row + 2] === NONE || (edges[row] === parent && edges[row + 1] === unit)) return row;
    }
  }
}

type Groups<Tag> = Iterable<[unit: number, places: Place<Tag>[]]>;

function byNextUnit<Tag>(places: Place<Tag>[]): Groups<Tag> {
  const [first] = places;
  if (first && places.length === 1) return [[first.wording.charCodeAt(first.at), places]];
  return Map.groupBy(places, ({ wording, at }) => wording.charCodeAt(at));
}

/** The places themselves, one unit further on: each belongs to one node, and to its child once that is made. */
function movedOn<Tag>(places: Place<Tag>[]): Place<Tag>[] {
  for (const place of places) place.at++;
  return places;
}

const PAIRS = 2 ** 19;
const pairOf = (unit: number, next: number): number =>
  (Math.imul(unit, 0x9e3779b1) ^ Math.imul(next, 0x85ebca6b)) >>> (32 - 19);
const UNITS = 0x10000;
const ROW = 3;
const FEWEST_ROWS = 1024;
const NO_TAGS: never[] = [];

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

interface Node<Tag> {
  /** Of the sayings that end here. */
  tags: Tag[];
  /** Where the sayings that lead here go on. */
  ahead: Place<Tag>[];
  /** Made of `ahead` when a text first asks for it, and never changed. */
  next: Map<number, Node<Tag>> | null;
}

/**
 * Finds many sayings in one pass over a text. A saying that begins or ends with a Latin letter or digit counts only at
 * a word boundary there, so that `hi` is not found in `this`. Time is linear in the text for sayings of bounded length.
 *
 * A trie of all sayings that grows where texts lead: a chain stands for the product of its wordings, of which few are
 * ever written.
 */
export class SayingIndex<Tag> {
  readonly #sayings: Rest<Tag>[] = [];
  #root: Node<Tag> | null = null;

  /** `saying` must be normalised as the texts will be. */
  add(saying: string, tag: Tag): void {
    this.addAny([[saying]], tag);
  }

  /** All the sayings that take one wording of each link of the chain: [[想, 要], [去, ''], [死]]. */
  addAny(chain: string[][], tag: Tag): void {
    this.#sayings.push(chain.reduceRight<Rest<Tag>>((then, wordings) => ({ wordings, then }), { tag }));
    this.#root = null;
  }

  /** All hits, overlapping ones included, ordered by start, then by length. */
  find(text: string): SayingHit<Tag>[] {
    const hits: SayingHit<Tag>[] = [];
    this.each(text, (start, end, tag) => hits.push({ start, end, tag }));
    return hits;
  }

  /** Visits what `find` gives, in its order. */
  each(text: string, visit: (start: number, end: number, tag: Tag) => void): void {
    this.#root ??= nodeAt(this.#sayings.map(saying => ({ wording: '', at: 0, then: saying })));
    const first = nextOf(this.#root);
    for (let start = 0; start < text.length; start++) {
      let node = first.get(text.charCodeAt(start));
      if (!node || insideWord(text, start)) continue;
      for (let end = start + 1; node; end++) {
        if (node.tags.length > 0 && !insideWord(text, end))
          for (const tag of node.tags) visit(start, end, tag);
        if (end >= text.length) break;
        node = nextOf(node).get(text.charCodeAt(end));
      }
    }
  }
}

/** The node that is reached at all the given places, each in or right after its wording. */
function nodeAt<Tag>(places: Place<Tag>[]): Node<Tag> {
  const node: Node<Tag> = { tags: [], ahead: [], next: null };
  const entered = new Set<Rest<Tag>>();
  for (const place of places) {
    if (place.at < place.wording.length) node.ahead.push(place);
    else enter(place.then);
  }
  return node;

  /** Several routes may lead to what is left of a chain; it counts once. */
  function enter(rest: Rest<Tag>): void {
    if (entered.has(rest)) return;
    entered.add(rest);
    if ('tag' in rest) node.tags.push(rest.tag);
    else
      for (const wording of rest.wordings) {
        if (wording === '') enter(rest.then);
        else node.ahead.push({ wording, at: 0, then: rest.then });
      }
  }
}

function nextOf<Tag>(node: Node<Tag>): Map<number, Node<Tag>> {
  if (node.next) return node.next;
  const places = Map.groupBy(node.ahead, ({ wording, at }) => wording.charCodeAt(at));
  node.next = new Map();
  for (const [unit, reached] of places)
    node.next.set(unit, nodeAt(reached.map(place => ({ ...place, at: place.at + 1 }))));
  node.ahead = [];
  return node.next;
}

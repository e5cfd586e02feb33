/**
 * What words do to the meaning of a sentence, as far as it takes to tell whether another sentence means the same. Each
 * list is of forms parted by blanks; a form of several words is joined by `_`.
 */
export interface RewordingWords {
  /** Said out of courtesy, whole: they may come and go. */
  courtesy: string;
  /** Say nothing of their own: particles, joints. They may come and go beside words that do. */
  free: string;
  /**
   * Decide what a sentence claims: negation, permission, certainty, extent, order, condition. Each must stand as often as
   * before, on the same word.
   */
  force: Record<string, string>;
  /** Words of weight that no other stands for: they stay, and none comes. */
  loaded: string;
  /** Of the force, what may be left out, and what may be added, without changing what is claimed. */
  mayDrop: string;
  mayAdd: string;
  /** Forms that say the same, one group a line; a form may stand in several. */
  alike: string;
  /** Force that says all of it by itself, whatever stands beside it. */
  complete: string;
  /** What a person does in a talk: to be allowed it and to be asked for it is the same. */
  talk: string;
  /** What a request for words begins with. */
  requests: string;
  /** What one does to another: who stands before and who behind it decides. */
  towards: string;
  /** Show that clauses follow one another in time. */
  sequence: string;
  /** In front of a value: where it comes from, and where it goes to. */
  from: string;
  to: string;
  /** Joints of a list. */
  joints: string;
  /** Words for those who were named before. */
  others: string;
  /** Those who act in such a matter: who does what to whom must stay as it is. */
  parties: string;
  /** What a question asks for. */
  asks: Record<string, string>;
  /** Who speaks, and who is spoken to. */
  speaker: string;
  addressee: string;
}

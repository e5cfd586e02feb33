/** A piece of a sentence with what it means for the sentence's claim. */
export interface Token {
  /** The characters as they stand, normalised. */
  words: string;
  /** What it stands for: two tokens that share one say the same. */
  meanings: readonly string[];
  kind:
    | 'value' // number, date, quotation, mark: stays as it is
    | 'force' // decides what is claimed
    | 'ask'
    | 'speaker'
    | 'addressee'
    | 'plain'
    | 'free';
}

/** What stands between two pauses. */
export type Clause = readonly Token[];

/** A text, read. */
export interface Side {
  /** Normalised. */
  text: string;
  clauses: readonly Clause[];
  /** Of each clause the sentence it stands in. */
  sentences: readonly number[];
  /** The sentences that end in a question mark. */
  questions: ReadonlySet<number>;
}

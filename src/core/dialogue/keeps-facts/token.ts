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

/** The sentences of a text, each between two marks of a pause. */
export type Clause = readonly Token[];

/** Whether a token says anything of its own. */
export const speaks = ({ kind }: Token): boolean => kind !== 'free';

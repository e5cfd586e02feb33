/** A draft as a model may see it: every value of the person's is a mark. */
export interface Marked {
  text: string;
  /** The draft as the person would see it. */
  filled: string;
  /** Puts the values in the place of their marks; null where a mark is missing, new, twice there or out of order. */
  fill(rewording: string): string | null;
}

const MARK = /⟦(\d+)⟧/;
const PART_OF_A_MARK = /[⟦⟧]/;

/** @param parts words, a value, words, value … words */
export function marked(parts: readonly string[]): Marked {
  const isValue = (at: number): boolean => at % 2 === 1;
  const values = parts.filter((_, at) => isValue(at));
  return {
    text: parts.map((part, at) => (isValue(at) ? `⟦${(at + 1) / 2}⟧` : part)).join(''),
    filled: parts.join(''),
    fill(rewording) {
      const said = rewording.split(MARK);
      const isComplete = said.length === parts.length;
      const isInOrder = said.every((part, at) =>
        isValue(at) ? part === String((at + 1) / 2) : !PART_OF_A_MARK.test(part),
      );
      if (!isComplete || !isInOrder) return null;
      return said.map((part, at) => (isValue(at) ? values[(at - 1) / 2] : part)).join('');
    },
  };
}

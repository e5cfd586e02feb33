import type { CaseFact } from '../../../core/case/case-file.ts';
import type { Words } from '../talk/words-shown.ts';
import { useWords } from '../words/words.ts';

interface FoundWordsProps {
  text: string;
  /** What the text was read from; absent where it stands on no single words. */
  fact: CaseFact | undefined;
  show: (found: Words) => void;
}

/** A value that leads to the words it came from. */
export function FoundWords({ text, fact, show }: FoundWordsProps) {
  const words = useWords();
  if (!fact) return <span>{text}</span>;
  return (
    <button type="button" className="found" title={words.findWords} onClick={() => show(fact.from)}>
      {text}
    </button>
  );
}

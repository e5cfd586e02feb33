import { useWords } from '../words/words.ts';

/** Stands at the end of words that are a model's. */
export function GeneratedMark() {
  const { generated, generatedNote } = useWords();
  return (
    <>
      {' '}
      <span
        className="generated"
        role="img"
        aria-label={`${generated}: ${generatedNote}`}
        title={generatedNote}
      >
        {generated}
      </span>
    </>
  );
}

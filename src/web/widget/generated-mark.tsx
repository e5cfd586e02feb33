import type { Words } from './settings.ts';

/** Stands at the end of words that are a model's, in the same line, so that they are copied together. */
export function GeneratedMark({ words }: { words: Words }) {
  const [label, note] = [words('generated'), words('generated-note')];
  return (
    <>
      {' '}
      <span class="generated" role="img" aria-label={`${label}: ${note}`} title={note}>
        {label}
      </span>
    </>
  );
}

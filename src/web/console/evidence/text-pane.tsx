import { useEffect, useState } from 'react';
import { useWords } from '../words/words.ts';

/** A text as text, whatever it pretends to be. */
export function TextPane({ bytes }: { bytes: Blob }) {
  const words = useWords();
  const [text, setText] = useState('');
  useEffect(() => {
    let isShown = true;
    void bytes.text().then(read => isShown && setText(read));
    return () => {
      isShown = false;
    };
  }, [bytes]);
  return (
    <pre className="viewer-sheet viewer-text" tabIndex={0} aria-label={words.fileKinds.text}>
      {text}
    </pre>
  );
}

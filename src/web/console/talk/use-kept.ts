import { useCallback, useState } from 'react';

/** A text that is being written, kept under a name until it is sent: over a reload, a refusal, a look elsewhere. */
export function useKept(name: string): [string, (text: string) => void] {
  const key = `parley-draft:${name}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  const set = useCallback(
    (text: string) => {
      setText(text);
      if (text === '') sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, text);
    },
    [key],
  );
  return [text, set];
}

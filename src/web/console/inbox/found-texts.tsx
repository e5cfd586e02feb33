import { Fragment } from 'react';
import type { Found } from '../../../protocol/console/search.ts';
import { useWords } from '../words/words.ts';

/** Pieces of texts in which something was found, with the words marked. */
export function FoundTexts({ found }: { found: readonly Found[] }) {
  const words = useWords();
  return (
    <span className="line-found">
      {found.map((one, index) => (
        <span key={index}>
          <span className="quiet">{words.textPlaces[one.place]}</span> <Marked {...one} />
        </span>
      ))}
    </span>
  );
}

function Marked({ text, marks }: Pick<Found, 'text' | 'marks'>) {
  return (
    <>
      {marks.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(marks[index - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}

import { useContext } from 'react';
import { LanguageContext } from '../words/words.ts';

/** When something happened, where the reader is: the time, and the day where it was not today. */
export function Moment({ at }: { at: string }) {
  const language = useContext(LanguageContext);
  const moment = new Date(at);
  const isToday = moment.toDateString() === new Date().toDateString();
  const time = { hour: '2-digit', minute: '2-digit', hour12: false } as const;
  const shown = moment.toLocaleString(
    language,
    isToday ? time : { month: 'numeric', day: 'numeric', ...time },
  );
  return (
    <time dateTime={at} title={moment.toLocaleString(language)}>
      {shown}
    </time>
  );
}

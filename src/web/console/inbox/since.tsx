import { useNow } from './use-now.ts';
import { lengthOf } from './length-of.ts';
import { useWords } from '../words/words.ts';

/** How long something lasts already, going on while one looks. */
export function Since({ instant, isWaiting }: { instant: string; isWaiting: boolean }) {
  const words = useWords();
  const { count, unit } = lengthOf(useNow() - Date.parse(instant));
  const time = unit === 'moment' ? words.justNow : words[unit](count);
  return (
    <time dateTime={instant} className="since" title={new Date(instant).toLocaleString()}>
      {isWaiting ? words.waitingFor(time) : time}
    </time>
  );
}

import { Alert } from 'antd';
import type { DeadlineView } from '../../../protocol/console/deadlines.ts';
import { useWords } from '../words/words.ts';
import { DeedLine } from './deed-line.tsx';
import { namedDeed } from './named-deed.ts';
import type { Stale } from './use-versioned-order.ts';

/** What others did while one was deciding. */
export function StaleNotice({
  stale,
  deadlines = [],
}: {
  stale: Stale | null;
  /** Those that may be spoken of. */
  deadlines?: readonly DeadlineView[];
}) {
  const words = useWords();
  if (!stale) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="stale"
      title={words.staleTitle}
      description={
        <>
          <ul className="deeds">
            {stale.changes.map(deed => (
              <DeedLine key={`${deed.at}${deed.what}`} deed={namedDeed(deed, deadlines)} />
            ))}
          </ul>
          {words.staleHint}
        </>
      }
    />
  );
}

import { Alert } from 'antd';
import { useWords } from '../words/words.ts';
import { DeedLine } from './deed-line.tsx';
import type { Stale } from './use-versioned-order.ts';

/** What others did while one was deciding. */
export function StaleNotice({ stale }: { stale: Stale | null }) {
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
              <DeedLine key={`${deed.at}${deed.what}`} deed={deed} />
            ))}
          </ul>
          {words.staleHint}
        </>
      }
    />
  );
}

import { useEffect, useState } from 'react';
import { useLive } from '../live/live-context.ts';
import { useWords } from '../words/words.ts';

/** A line that was never there, or is back at once, troubles nobody. */
const PATIENCE = 1_500;

/** Says that the line to the server is down, as long as it is. */
export function ConnectionBar() {
  const words = useWords();
  const { isConnected } = useLive();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (isConnected) return setShown(false);
    const timer = window.setTimeout(() => setShown(true), PATIENCE);
    return () => window.clearTimeout(timer);
  }, [isConnected]);
  return (
    <div role="status" className={isShown ? 'connection-bar' : 'hidden'}>
      {isShown ? words.disconnected : ''}
    </div>
  );
}

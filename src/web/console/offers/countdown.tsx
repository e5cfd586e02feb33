import { useEffect, useState } from 'react';
import { useWords } from '../words/words.ts';
import { type Ending, secondsLeft } from './seconds-left.ts';

/** How long an offer stands, going down while one looks. */
export function Countdown({ ending }: { ending: Ending }) {
  const words = useWords();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 500);
    return () => window.clearInterval(timer);
  }, []);
  return (
    <span className="countdown" aria-hidden>
      {words.secondsLeft(secondsLeft(ending, Math.max(now, ending.toldAt)))}
    </span>
  );
}

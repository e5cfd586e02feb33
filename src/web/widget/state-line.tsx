import { useEffect, useState } from 'preact/hooks';
import type { WidgetWord } from '../../protocol/widget-words.ts';
import { type ChatState, isAboutServer } from './chat-state.ts';
import type { Words } from './settings.ts';

const SHORT = 600;

/** Says how the connection is where that matters; a connection that stands says nothing. */
export function StateLine({ state, words }: { state: ChatState; words: Words }) {
  const { line, notice } = state;
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (line !== 'connecting') return;
    const timer = setTimeout(() => setSlow(true), SHORT);
    return () => clearTimeout(timer);
  }, [line]);

  const isHeldUp = isAboutServer(notice);
  const word = (): WidgetWord | null => {
    if (isHeldUp) return notice;
    if (line === 'lost') return 'offline';
    if (line === 'connecting' && isSlow) return 'connecting';
    return notice;
  };
  const shown = word();
  return (
    <p class={shown ? `state ${isHeldUp ? 'lost' : line}` : 'state none'} role="status">
      {shown && words(shown)}
    </p>
  );
}

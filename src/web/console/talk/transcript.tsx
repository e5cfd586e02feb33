import { DownOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Item } from '../../../protocol/console/desk.ts';
import { useTranscript } from '../api/use-conversation.ts';
import { useLive } from '../live/live-context.ts';
import { useWords } from '../words/words.ts';
import { EntryView } from './entry-view.tsx';
import { Pending } from './pending.tsx';
import { useOutbox } from './use-outbox.ts';
import type { Words } from './words-shown.ts';

/** Pixels from the end within which one is at the end. */
const AT_END = 60;

/** All that was said. It follows the newest words unless one has gone back to older ones. */
export function Transcript({ item, marked }: { item: Item; marked: Words | null }) {
  const words = useWords();
  const { isPersonTyping } = useLive();
  const { data } = useTranscript(item.conversation);
  const outbox = useOutbox(item.conversation);
  const box = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const toEnd = (): void => box.current?.scrollTo({ top: box.current.scrollHeight });

  const isThere = data !== undefined;

  useEffect(() => {
    const [shown, said] = [box.current, box.current?.firstElementChild];
    if (!isThere || !isAtEnd || !shown || !said) return;
    // Also what grows without anything new being said, such as a word that says why something was not sent.
    const growing = new ResizeObserver(toEnd);
    for (const grows of [shown, said]) growing.observe(grows);
    return () => growing.disconnect();
  }, [isThere, isAtEnd]);
  useEffect(() => {
    if (!marked) return;
    setAtEnd(false);
    box.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [marked]);

  if (!data) return <Skeleton active className="transcript" />;
  return (
    <div className="transcript-frame">
      <div
        ref={box}
        className="transcript"
        role="log"
        aria-label={words.transcript}
        tabIndex={0}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) =>
          setAtEnd(scrollHeight - scrollTop - clientHeight < AT_END)
        }
      >
        <ol>
          {data.entries.map(entry => (
            <EntryView
              key={entry.version}
              entry={entry}
              marked={
                marked !== null && entry.from === 'user' && entry.message === marked.message ? marked : null
              }
            />
          ))}
          <Pending conversation={item.conversation} outbox={outbox} />
          {isPersonTyping && <li className="quiet">{words.personTyping}</li>}
        </ol>
      </div>
      {!isAtEnd && (
        <Button
          className="to-end"
          size="small"
          shape="round"
          icon={<DownOutlined aria-hidden />}
          onClick={toEnd}
        >
          {words.toEnd}
        </Button>
      )}
    </div>
  );
}

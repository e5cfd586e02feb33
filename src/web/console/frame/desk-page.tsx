import { Empty } from 'antd';
import { useEffect } from 'react';
import { Inbox } from '../inbox/inbox.tsx';
import { useFilters } from '../inbox/use-filters.ts';
import { useLive } from '../live/live-context.ts';
import { ConversationView } from '../talk/conversation-view.tsx';
import { useWords } from '../words/words.ts';

interface DeskPageProps {
  conversation: string | null;
  /** What is sought among the conversations; empty: nothing. */
  sought: string;
  setSought: (text: string) => void;
}

/** What there is to do at the left, what one does at the right. */
export function DeskPage({ conversation, sought, setSought }: DeskPageProps) {
  const words = useWords();
  const { watch } = useLive();
  const [filters, change] = useFilters();
  useEffect(() => {
    watch(conversation);
  }, [conversation, watch]);
  return (
    <div className={conversation === null ? 'desk' : 'desk desk-open'}>
      <Inbox chosen={conversation} filters={filters} change={change} sought={sought} setSought={setSought} />
      <main className="desk-main">
        {conversation === null ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.chooseOne} className="desk-empty">
            <p className="quiet">{words.chooseOneHint}</p>
          </Empty>
        ) : (
          <ConversationView key={conversation} id={conversation} joined={() => change({ view: 'mine' })} />
        )}
      </main>
    </div>
  );
}

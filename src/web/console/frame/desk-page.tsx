import { Empty } from 'antd';
import { useEffect, useState } from 'react';
import type { View } from '../api/use-inbox.ts';
import { Inbox } from '../inbox/inbox.tsx';
import { useLive } from '../live/live-context.ts';
import { ConversationView } from '../talk/conversation-view.tsx';
import { useWords } from '../words/words.ts';

/** What there is to do at the left, what one does at the right. */
export function DeskPage({ conversation }: { conversation: string | null }) {
  const words = useWords();
  const { watch } = useLive();
  const [view, setView] = useState<View>('waiting');
  useEffect(() => {
    watch(conversation);
  }, [conversation, watch]);
  return (
    <div className={conversation === null ? 'desk' : 'desk desk-open'}>
      <Inbox chosen={conversation} view={view} setView={setView} />
      <main className="desk-main">
        {conversation === null ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.chooseOne} className="desk-empty">
            <p className="quiet">{words.chooseOneHint}</p>
          </Empty>
        ) : (
          <ConversationView key={conversation} id={conversation} joined={() => setView('mine')} />
        )}
      </main>
    </div>
  );
}

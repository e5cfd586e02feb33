import { Select, Tabs } from 'antd';
import { useState } from 'react';
import { useCounts, useInbox, type View } from '../api/use-inbox.ts';
import { useNegotiations } from '../api/use-negotiations.ts';
import { conversationPlace } from '../frame/place.ts';
import { goTo } from '../frame/use-place.ts';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import { useWords } from '../words/words.ts';
import { beside } from './beside.ts';
import { InboxList } from './inbox-list.tsx';

const VIEWS: readonly View[] = ['waiting', 'mine', 'all', 'closed'];

interface InboxProps {
  chosen: string | null;
  view: View;
  setView: (view: View) => void;
}

/** The lists of conversations, most pressing first. */
export function Inbox({ chosen, view, setView }: InboxProps) {
  const words = useWords();
  const [type, setType] = useState<string | null>(null);
  const { data: counts } = useCounts();
  const types = useNegotiations();
  const inbox = useInbox(view, type);
  const rows = inbox.data?.pages.flatMap(page => page.rows) ?? [];
  const step = (by: 1 | -1) => {
    const next = beside(
      rows.map(row => row.conversation),
      chosen,
      by,
    );
    if (next !== null) goTo(conversationPlace(next));
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    ...Object.fromEntries(VIEWS.map((view, index) => [String(index + 1), () => setView(view)])),
  });
  const count = counts && {
    waiting: counts.urgent + counts.waiting + counts.new,
    mine: counts.mine,
    all: counts.urgent + counts.waiting + counts.new + counts.open,
    closed: counts.closed,
  };
  return (
    <section className="inbox" aria-label={words.viewsLabel}>
      <Tabs
        activeKey={view}
        onChange={key => setView(key as View)}
        size="small"
        tabBarGutter={16}
        items={VIEWS.map(key => ({
          key,
          label: (
            <>
              {words.views[key]}
              {count !== undefined && <span className="count"> {count[key]}</span>}
            </>
          ),
          children: null,
        }))}
      />
      <Select
        className="inbox-type"
        aria-label={words.typeFilter}
        value={type ?? ''}
        onChange={value => setType(value || null)}
        options={[
          { value: '', label: words.allTypes },
          ...types.map(({ id, label }) => ({ value: id, label })),
        ]}
      />
      <InboxList inbox={inbox} rows={rows} chosen={chosen} empty={words.emptyInbox[view]} types={types} />
    </section>
  );
}

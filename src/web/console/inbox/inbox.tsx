import { FilterOutlined } from '@ant-design/icons';
import { Badge, Button, Tabs } from 'antd';
import { useState } from 'react';
import { useCounts, useInbox } from '../api/use-inbox.ts';
import { useNegotiations } from '../api/use-negotiations.ts';
import { useSearch } from '../api/use-search.ts';
import { conversationPlace } from '../frame/place.ts';
import { goTo } from '../frame/use-place.ts';
import { useShortcuts } from '../frame/use-shortcuts.ts';
import { useWords } from '../words/words.ts';
import { beside } from './beside.ts';
import { FilterBar } from './filter-bar.tsx';
import { countOf, type Filters, type View, VIEWS } from './filters.ts';
import type { ShownRow } from './inbox-line.tsx';
import { InboxList } from './inbox-list.tsx';
import { SearchBox } from './search-box.tsx';

interface InboxProps {
  chosen: string | null;
  filters: Filters;
  change: (change: Partial<Filters>) => void;
  /** What is sought; empty: nothing. */
  sought: string;
  setSought: (text: string) => void;
}

/** The lists of conversations, most pressing first, and what was found among all of them. */
export function Inbox({ chosen, filters, change, sought, setSought }: InboxProps) {
  const words = useWords();
  const [isNarrowing, setNarrowing] = useState(countOf(filters) > 0);
  // The field begins anew when one goes to a list.
  const [fresh, setFresh] = useState(0);
  const { data: counts } = useCounts();
  const types = useNegotiations();
  const inbox = useInbox(filters);
  const search = useSearch(sought, filters);
  const isSearch = sought !== '';
  const pages = isSearch ? search : inbox;
  const rows: ShownRow[] =
    (isSearch ? search.data : inbox.data)?.pages.flatMap((page): ShownRow[] => page.rows) ?? [];
  const step = (by: 1 | -1) => {
    const next = beside(
      rows.map(row => row.conversation),
      chosen,
      by,
    );
    if (next !== null) goTo(conversationPlace(next));
  };
  const show = (view: View) => {
    setSought('');
    setFresh(fresh + 1);
    change({ view });
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    ...Object.fromEntries(VIEWS.map((view, index) => [String(index + 1), () => show(view)])),
  });
  const count = counts && {
    waiting: counts.urgent + counts.waiting + counts.new,
    mine: counts.mine,
    all: counts.urgent + counts.waiting + counts.new + counts.open,
    closed: counts.closed,
  };
  const narrowed = countOf(filters);
  const empty = isSearch
    ? words.nothingFound
    : narrowed > 0
      ? words.nothingSo
      : words.emptyInbox[filters.view];
  return (
    <section className="inbox" aria-label={words.viewsLabel}>
      <Tabs
        {...(isSearch ? { className: 'tabs-idle' } : {})}
        activeKey={isSearch ? '' : filters.view}
        onTabClick={key => show(key as View)}
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
      <div className="inbox-search">
        <SearchBox key={fresh} text={sought} setText={setSought} />
        <Badge count={narrowed} size="small">
          <Button
            aria-label={words.filter}
            aria-expanded={isNarrowing}
            title={words.filter}
            icon={<FilterOutlined aria-hidden />}
            onClick={() => setNarrowing(!isNarrowing)}
          />
        </Badge>
      </div>
      {isNarrowing && <FilterBar filters={filters} change={change} types={types} />}
      {isSearch && <p className="inbox-scope quiet">{words.searchedIn}</p>}
      <InboxList pages={pages} rows={rows} chosen={chosen} empty={empty} types={types} />
    </section>
  );
}

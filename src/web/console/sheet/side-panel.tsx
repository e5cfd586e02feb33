import { Tabs } from 'antd';
import type { Item } from '../../../protocol/console/desk.ts';
import '../styles/sheet.css';
import type { Words } from '../talk/words-shown.ts';
import { useWords } from '../words/words.ts';
import { DeskWork } from './desk-work.tsx';
import { HistoryList } from './history-list.tsx';
import { Notes } from './notes.tsx';
import { Sheet } from './sheet.tsx';

export type SideTab = 'sheet' | 'notes' | 'history';

interface SidePanelProps {
  item: Item;
  tab: SideTab;
  setTab: (tab: SideTab) => void;
  /** Shows words of the person in the talk. */
  show: (found: Words) => void;
}

/** All that is known and done about a conversation, beside the talk itself. */
export function SidePanel({ item, tab, setTab, show }: SidePanelProps) {
  const words = useWords();
  const count = item.notes.length;
  return (
    <div className="side">
      <DeskWork item={item} />
      <Tabs
        size="small"
        activeKey={tab}
        onChange={key => setTab(key as SideTab)}
        items={[
          { key: 'sheet', label: words.sheet, children: <Sheet item={item} show={show} /> },
          {
            key: 'notes',
            label: count > 0 ? `${words.notes} ${count}` : words.notes,
            children: <Notes item={item} />,
          },
          { key: 'history', label: words.history, children: <HistoryList item={item} /> },
        ]}
      />
    </div>
  );
}

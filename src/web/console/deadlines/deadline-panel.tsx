import type { Item } from '../../../protocol/console/desk.ts';
import { SheetSection } from '../sheet/sheet-section.tsx';
import '../styles/deadlines.css';
import { useWords } from '../words/words.ts';
import { DeadlineCard } from './deadline-card.tsx';

interface DeadlinePanelProps {
  conversation: string;
  filed: Item['cases'][number];
}

/** What is due in a case by when, the most pressing first. */
export function DeadlinePanel({ conversation, filed }: DeadlinePanelProps) {
  const words = useWords();
  const { deadlines } = filed;
  const awaited = new Set(['running', 'breached', 'paused']);
  const inOrder = deadlines.toSorted(
    (a, b) => Number(awaited.has(b.state)) - Number(awaited.has(a.state)) || (a.due < b.due ? -1 : 1),
  );
  return (
    <SheetSection title={words.deadlines} isEmpty={deadlines.length === 0}>
      <ul className="deadlines">
        {inOrder.map(deadline => (
          <DeadlineCard key={deadline.id} conversation={conversation} filed={filed} deadline={deadline} />
        ))}
      </ul>
    </SheetSection>
  );
}

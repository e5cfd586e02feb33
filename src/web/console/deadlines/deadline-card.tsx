import { Button } from 'antd';
import { useState } from 'react';
import type { DeadlineView } from '../../../protocol/console/deadlines.ts';
import type { Item } from '../../../protocol/console/desk.ts';
import { useWords } from '../words/words.ts';
import { type DeadlineVerb, DeadlineDialog } from './deadline-dialog.tsx';
import { DeadlineReckoning } from './deadline-reckoning.tsx';
import { deadlineName } from './deadline-name.ts';

interface DeadlineCardProps {
  conversation: string;
  filed: Item['cases'][number];
  deadline: DeadlineView;
}

/** One deadline: what it is, how long there is left, how that came about, and what can be done about it. */
export function DeadlineCard({ conversation, filed, deadline }: DeadlineCardProps) {
  const words = useWords();
  const [verb, setVerb] = useState<DeadlineVerb | null>(null);
  const { state, due, met } = deadline;
  return (
    <li className={`deadline deadline-${markOf(deadline)}`}>
      <div className="deadline-head">
        <strong>{deadlineName(deadline, words)}</strong>
        <span className="deadline-mark">
          {markOf(deadline) === 'near' ? words.deadlineNear : words.deadlineStates[state]}
        </span>
        <span className="deadline-left">{leftIn(deadline, words)}</span>
      </div>
      <p className="deadline-due">
        <time dateTime={due}>{words.dueOn(due)}</time>
        {met !== null && <span>{words.metOn(met.on, met.by, met.isLate)}</span>}
      </p>
      <DeadlineReckoning deadline={deadline} />
      {filed.status !== 'closed' && (
        <div className="deadline-actions">
          {verbsFor(deadline).map(one => (
            <Button key={one} size="small" onClick={() => setVerb(one)}>
              {words.deadlineVerbs[one]}
            </Button>
          ))}
        </div>
      )}
      {verb !== null && (
        <DeadlineDialog
          conversation={conversation}
          filed={filed}
          deadline={deadline}
          verb={verb}
          close={() => setVerb(null)}
        />
      )}
    </li>
  );
}

type Mark = 'calm' | 'near' | 'breached' | 'paused' | 'over';

function markOf({ state, isNear }: DeadlineView): Mark {
  if (state === 'met' || state === 'ended') return 'over';
  if (state === 'running') return isNear ? 'near' : 'calm';
  return state;
}

function leftIn({ state, daysLeft }: DeadlineView, words: ReturnType<typeof useWords>): string {
  if (state === 'met' || state === 'ended') return '';
  return daysLeft < 0 ? words.overdueBy(-daysLeft) : words.daysLeft(daysLeft);
}

/** What there is to do; a day that the person named is not ours to move, and no pause saves what is over already. */
function verbsFor({ state, kind, pauses }: DeadlineView): DeadlineVerb[] {
  if (state === 'met') return ['resume'];
  if (state === 'ended') return [];
  if (pauses.at(-1)?.until === null) return ['meet', 'resume'];
  return kind === 'named' || state === 'breached' ? ['meet'] : ['meet', 'pause'];
}

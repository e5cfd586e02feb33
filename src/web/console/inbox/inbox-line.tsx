import { useEffect, useRef } from 'react';
import type { InboxRow } from '../../../protocol/console/desk.ts';
import type { Found } from '../../../protocol/console/search.ts';
import { conversationPlace } from '../frame/place.ts';
import { useWords } from '../words/words.ts';
import { FoundTexts } from './found-texts.tsx';
import { Since } from './since.tsx';
import { StandingTag } from './standing-tag.tsx';

/** A line of a list; of a search with what was found. */
export type ShownRow = InboxRow & { found?: Found[] };

interface InboxLineProps {
  row: ShownRow;
  isChosen: boolean;
  /** Label of the negotiation type. */
  type: string | null;
  /** Name of who looks after it. */
  mediator: string | null;
  /** Who is asked to join, in words. */
  asked: string | null;
}

const IS_WAITING = new Set<InboxRow['standing']>(['urgent', 'waiting', 'new']);

export function InboxLine({ row, isChosen, type, mediator, asked }: InboxLineProps) {
  const words = useWords();
  const line = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <a
      ref={line}
      className={`line line-${row.standing}`}
      href={conversationPlace(row.conversation)}
      {...(isChosen ? { 'aria-current': 'true' as const } : {})}
    >
      <span className="line-top">
        <StandingTag standing={row.standing} />
        {type !== null && <span className="line-type">{type}</span>}
        <Since instant={row.since} isWaiting={IS_WAITING.has(row.standing)} />
      </span>
      {row.found ? (
        <FoundTexts found={row.found} />
      ) : (
        <span className={row.about === '' ? 'line-about quiet' : 'line-about'}>
          {row.about || words.noAbout}
        </span>
      )}
      <span className="line-foot">
        {row.safety.length > 0 && (
          <strong className="line-safety">{row.safety.map(kind => words.safety[kind]).join(' · ')}</strong>
        )}
        <span>{asked ?? mediator ?? words.nobody}</span>
        {row.deadline !== null && (
          <span className={`line-due line-due-${row.pressing ?? 'calm'}`}>
            {words.deadlineOf[row.pressing ?? 'calm']} {row.deadline}
          </span>
        )}
      </span>
    </a>
  );
}

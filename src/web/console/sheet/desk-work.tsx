import { Button, Tag } from 'antd';
import { useContext, useState } from 'react';
import { CONSOLE_API } from '../../../protocol/console/agreed.ts';
import type { Item } from '../../../protocol/console/desk.ts';
import { query } from '../api/call.ts';
import { LanguageContext, useWords } from '../words/words.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { StatusDialog } from './status-dialog.tsx';

type Case = Item['cases'][number];

/** Who looks after it, how to reach the person, and how its cases stand. */
export function DeskWork({ item }: { item: Item }) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const [isAssigning, setAssigning] = useState(false);
  const [changing, setChanging] = useState<Case | null>(null);
  return (
    <dl className="desk-work">
      <div>
        <dt>{words.assignment}</dt>
        <dd>
          {item.mediator?.name ?? words.nobody}
          <Button type="link" size="small" onClick={() => setAssigning(true)}>
            {words.assign}
          </Button>
        </dd>
      </div>
      {item.cases.map(one => (
        <div key={one.file.number}>
          <dt>{words.caseNumber}</dt>
          <dd>
            <span className="case-number">{one.file.number}</span> <Tag>{words.caseStatus[one.status]}</Tag>
            <Button type="link" size="small" onClick={() => setChanging(one)}>
              {words.changeStatus}
            </Button>
          </dd>
        </div>
      ))}
      {item.contact !== null && (
        <div>
          <dt>{words.contact}</dt>
          <dd>{item.contact}</dd>
        </div>
      )}
      {item.rating !== null && (
        <div>
          <dt>{words.rating}</dt>
          <dd>{words.ratingOf(item.rating)}</dd>
        </div>
      )}
      <div>
        <dt>{words.record}</dt>
        <dd>
          <Button
            type="link"
            size="small"
            className="export"
            href={`${CONSOLE_API}/conversations/${item.conversation}/export${query({ language })}`}
            download
            title={words.exportHint}
          >
            {words.exportAll}
          </Button>
        </dd>
      </div>
      {isAssigning && <AssignDialog item={item} close={() => setAssigning(false)} />}
      {changing && (
        <StatusDialog
          conversation={item.conversation}
          filed={item.cases.find(one => one.file.number === changing.file.number) ?? changing}
          close={() => setChanging(null)}
        />
      )}
    </dl>
  );
}

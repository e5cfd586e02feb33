import { Button, Empty, Modal, Skeleton } from 'antd';
import { useState } from 'react';
import { fillReply } from '../../../core/knowledge/fill-reply.ts';
import type { Item } from '../../../protocol/console/desk.ts';
import { useReplies } from '../api/use-replies.ts';
import { useMe } from '../api/use-session.ts';
import { isMatching, type ReplyFilter } from '../replies/matching.ts';
import { ProblemList } from '../replies/problem-list.tsx';
import { ReplyFilters } from '../replies/reply-filters.tsx';
import '../styles/replies.css';
import { useWords } from '../words/words.ts';
import { knownOf } from './known-of.ts';

interface CannedDialogProps {
  item: Item;
  /** Puts a text where one writes. */
  insert: (text: string) => void;
  close: () => void;
}

/** Replies in the person's language, with what is known filled in; the chosen one can be changed before it is sent. */
export function CannedDialog({ item, insert, close }: CannedDialogProps) {
  const words = useWords();
  const me = useMe();
  const { language } = item;
  const { data } = useReplies();
  const [filter, setFilter] = useState<ReplyFilter>({ text: '', topic: null, language });
  const replies = (data?.replies ?? []).filter(one => !one.isHidden && isMatching(one, filter));
  const known = knownOf(item, me.name, data?.receiver);
  return (
    <Modal open title={words.cannedReplies} footer={null} width={640} onCancel={close}>
      <ReplyFilters filter={filter} setFilter={setFilter} isInOneLanguage />
      {!data && <Skeleton active />}
      {data && replies.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noReplies} />
      )}
      <ul className="answers">
        {replies.map(reply => {
          const wording = reply.wordings[language];
          if (!wording) return null;
          const { text, missing } = fillReply(wording.text, known);
          return (
            <li key={reply.id} lang={language}>
              <strong>{wording.title}</strong>
              <p>{text}</p>
              <ProblemList problems={reply.problems} />
              <Button
                size="small"
                type="primary"
                disabled={missing.length > 0}
                onClick={() => {
                  insert(text);
                  close();
                }}
              >
                {words.useReply}
              </Button>
              {missing.length > 0 && <span className="quiet"> {words.notKnownYet(missing)}</span>}
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}

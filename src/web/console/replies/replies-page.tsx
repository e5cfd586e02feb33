import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Empty, Skeleton, Tag } from 'antd';
import { useContext, useState } from 'react';
import type { Reply } from '../../../protocol/console/replies.ts';
import { call } from '../api/call.ts';
import { KEYS } from '../api/keys.ts';
import { useFailure } from '../api/use-failure.ts';
import { useReplies } from '../api/use-replies.ts';
import { useStaff } from '../api/use-staff.ts';
import '../styles/replies.css';
import { Moment } from '../talk/moment.tsx';
import { LanguageContext, useWords } from '../words/words.ts';
import { isMatching, type ReplyFilter, wordingIn } from './matching.ts';
import { ProblemList } from './problem-list.tsx';
import { ReplyDialog } from './reply-dialog.tsx';
import { ReplyFilters } from './reply-filters.tsx';

/** What mediators say often: looked through, written, put away. */
export function RepliesPage() {
  const words = useWords();
  const { inWords } = useFailure();
  const { data, isPending, isError, error } = useReplies();
  const [filter, setFilter] = useState<ReplyFilter>({ text: '', topic: null, language: null });
  /** Null: none; 'new': one that is not there yet. */
  const [edited, setEdited] = useState<Reply | 'new' | null>(null);
  const replies = (data?.replies ?? []).filter(one => isMatching(one, filter));
  return (
    <>
      <div className="page-head">
        <h2>{words.navReplies}</h2>
        <Button type="primary" onClick={() => setEdited('new')}>
          {words.newReply}
        </Button>
      </div>
      <ReplyFilters filter={filter} setFilter={setFilter} />
      {isError && <Alert type="error" showIcon title={inWords(error)} />}
      {isPending && <Skeleton active />}
      {data && replies.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noReplies} />
      )}
      <ul className="replies">
        {replies.map(reply => (
          <ReplyLine key={reply.id} reply={reply} filter={filter} edit={() => setEdited(reply)} />
        ))}
      </ul>
      {edited !== null && (
        <ReplyDialog reply={edited === 'new' ? null : edited} close={() => setEdited(null)} />
      )}
    </>
  );
}

function ReplyLine({ reply, filter, edit }: { reply: Reply; filter: ReplyFilter; edit: () => void }) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const { data: staff = [] } = useStaff();
  const wording = wordingIn(reply, filter.language ?? language);
  const by = staff.find(one => one.id === reply.changed?.by)?.name ?? words.unknownPerson;
  return (
    <li className={reply.isHidden ? 'reply reply-hidden' : 'reply'}>
      <div className="reply-head">
        <strong>{wording?.title}</strong>
        <Tag>{words.topics[reply.topic]}</Tag>
        <Tag>{reply.isOwn ? words.ownReply : words.builtInReply}</Tag>
        {reply.isHidden && <Tag>{words.hiddenReply}</Tag>}
        <span className="reply-actions">
          {reply.isOwn && (
            <Button type="link" size="small" onClick={edit}>
              {words.edit}
            </Button>
          )}
          <ShowButton reply={reply} />
        </span>
      </div>
      <p>{wording?.text}</p>
      <ProblemList problems={reply.problems} />
      {reply.changed && (
        <p className="quiet">
          {words.changedBy(by)} <Moment at={reply.changed.at} />
        </p>
      )}
    </li>
  );
}

function ShowButton({ reply: { id, version, isHidden } }: { reply: Reply }) {
  const words = useWords();
  const client = useQueryClient();
  const { tell } = useFailure();
  const show = useMutation({
    mutationFn: () => call<Reply>('PUT', `/canned/${id}/shown`, { version, isShown: isHidden }),
    onError: tell,
    onSettled: () => client.invalidateQueries({ queryKey: KEYS.replies }),
  });
  return (
    <Button type="link" size="small" loading={show.isPending} onClick={() => show.mutate()}>
      {isHidden ? words.showReply : words.hideReply}
    </Button>
  );
}

import { Button } from 'antd';
import type { Failure } from '../api/call.ts';
import { useReread } from '../api/use-conversation.ts';
import { useWords } from '../words/words.ts';
import type { Outbox } from './outbox.ts';
import { outboxes } from './outboxes.ts';

/** What is said and not taken yet; what failed can be tried again or given up. */
export function Pending({ conversation, outbox }: { conversation: string; outbox: Outbox }) {
  const words = useWords();
  const reread = useReread();
  return outbox.map(({ id, text, failure }) => (
    <li key={id} className="entry entry-own">
      <div className="entry-head">
        <span className="entry-who">{words.you}</span>
        {failure === undefined && <span>{words.sending}</span>}
      </div>
      <div className="bubble bubble-pending">{text}</div>
      {failure !== undefined && (
        <p className="failed" role="alert">
          {words.notSent}: {words.errors[failure as Failure]}
          <Button
            type="link"
            size="small"
            onClick={() => outboxes.retry(conversation, () => reread(conversation))}
          >
            {words.retry}
          </Button>
          <Button type="link" size="small" onClick={() => outboxes.discard(conversation, id)}>
            {words.discard}
          </Button>
        </p>
      )}
    </li>
  ));
}

import { Form, Input, Modal } from 'antd';
import type { DeadlineView } from '../../../protocol/console/deadlines.ts';
import type { Item } from '../../../protocol/console/desk.ts';
import { StaleNotice } from '../sheet/stale-notice.tsx';
import { useVersionedOrder } from '../sheet/use-versioned-order.ts';
import { useKept } from '../talk/use-kept.ts';
import { useWords } from '../words/words.ts';
import { deadlineName } from './deadline-name.ts';

export type DeadlineVerb = 'pause' | 'resume' | 'meet';

interface DeadlineDialogProps {
  conversation: string;
  filed: Item['cases'][number];
  deadline: DeadlineView;
  verb: DeadlineVerb;
  close: () => void;
}

/** Pauses a deadline with a reason, lets it run again, or says that it is met. */
export function DeadlineDialog({ conversation, filed, deadline, verb, close }: DeadlineDialogProps) {
  const words = useWords();
  const { number } = filed.file;
  const [reason, setReason] = useKept(`pause:${number}:${deadline.id}`);
  const { send, stale, isPending } = useVersionedOrder(conversation, filed.version, () => {
    if (verb === 'pause') setReason('');
    close();
  });
  const isPause = verb === 'pause';
  const body = isPause ? { reason: reason.trim() } : {};
  return (
    <Modal
      open
      title={`${deadlineName(deadline, words)}: ${words.deadlineVerbs[verb]}`}
      okText={stale ? words.confirmAgain : words.deadlineVerbs[verb]}
      okButtonProps={{ disabled: isPause && reason.trim() === '' }}
      confirmLoading={isPending}
      onOk={() => send({ path: `cases/${number}/deadlines/${deadline.id}/${verb}`, body })}
      onCancel={close}
    >
      <StaleNotice stale={stale} deadlines={filed.deadlines} />
      <p>{words.deadlineHints[verb]}</p>
      {isPause && (
        <Form layout="vertical">
          <Form.Item label={words.pauseReason} htmlFor="pause-reason" extra={words.reasonHint}>
            <Input.TextArea
              id="pause-reason"
              value={reason}
              maxLength={500}
              autoSize={{ minRows: 2, maxRows: 6 }}
              onChange={({ target }) => setReason(target.value)}
            />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}

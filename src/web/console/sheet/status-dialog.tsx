import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { NEXT_STATUS } from '../../../core/case/next-status.ts';
import type { CaseOutcome } from '../../../core/case/outcome.ts';
import type { CaseStatus } from '../../../core/case/status.ts';
import type { Item } from '../../../protocol/console/desk.ts';
import { useKept } from '../talk/use-kept.ts';
import { useWords } from '../words/words.ts';
import { StaleNotice } from './stale-notice.tsx';
import { useVersionedOrder } from './use-versioned-order.ts';

interface StatusDialogProps {
  conversation: string;
  filed: Item['cases'][number];
  close: () => void;
}

/** Moves a case on, with a reason for colleagues. */
export function StatusDialog({ conversation, filed, close }: StatusDialogProps) {
  const words = useWords();
  const { number } = filed.file;
  const [status, setStatus] = useState<CaseStatus | null>(null);
  const [outcome, setOutcome] = useState<CaseOutcome | null>(null);
  const [reason, setReason] = useKept(`status:${number}`);
  const { send, stale, isPending } = useVersionedOrder(conversation, filed.version, () => {
    setReason('');
    close();
  });
  const next = NEXT_STATUS[filed.status];
  const chosen = status !== null && next.includes(status) ? status : null;
  return (
    <Modal
      open
      title={`${words.caseNumber} ${number}`}
      okText={stale ? words.confirmAgain : words.save}
      okButtonProps={{ disabled: chosen === null }}
      confirmLoading={isPending}
      onOk={() =>
        send({
          method: 'PUT',
          path: `cases/${number}/status`,
          body: { status: chosen, reason, ...(chosen === 'closed' && outcome !== null ? { outcome } : {}) },
        })
      }
      onCancel={close}
    >
      <StaleNotice stale={stale} />
      <p>
        {words.state}: <strong>{words.caseStatus[filed.status]}</strong>
      </p>
      <Form layout="vertical">
        <Form.Item label={words.newStatus} htmlFor="new-status">
          <Select
            id="new-status"
            value={chosen}
            onChange={setStatus}
            options={next.map(value => ({ value, label: words.caseStatus[value] }))}
          />
        </Form.Item>
        {chosen === 'closed' && (
          <Form.Item label={words.outcome} htmlFor="case-outcome">
            <Select
              id="case-outcome"
              allowClear
              value={outcome}
              onChange={given => setOutcome(given ?? null)}
              options={Object.entries(words.outcomes).map(([value, label]) => ({
                value: value as CaseOutcome,
                label,
              }))}
            />
          </Form.Item>
        )}
        <Form.Item label={words.reason} htmlFor="status-reason" extra={words.reasonHint}>
          <Input.TextArea
            id="status-reason"
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

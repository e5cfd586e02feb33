import { Modal, Select } from 'antd';
import { useState } from 'react';
import type { Item } from '../../../protocol/console/desk.ts';
import { useStaff } from '../api/use-staff.ts';
import { useWords } from '../words/words.ts';
import { StaleNotice } from './stale-notice.tsx';
import { useVersionedOrder } from './use-versioned-order.ts';

const NOBODY = '';

export function AssignDialog({ item, close }: { item: Item; close: () => void }) {
  const words = useWords();
  const { data: staff = [] } = useStaff();
  const [mediator, setMediator] = useState(item.mediator?.id ?? NOBODY);
  const { send, stale, isPending } = useVersionedOrder(item.conversation, item.deskVersion, close);
  return (
    <Modal
      open
      title={words.assign}
      okText={stale ? words.confirmAgain : words.save}
      confirmLoading={isPending}
      onOk={() => send({ method: 'PUT', path: 'assignment', body: { mediator: mediator || null } })}
      onCancel={close}
    >
      <StaleNotice stale={stale} />
      <Select
        className="whole"
        aria-label={words.assignment}
        showSearch={{ optionFilterProp: 'label' }}
        value={mediator}
        onChange={setMediator}
        options={[
          { value: NOBODY, label: words.nobody },
          ...staff
            .filter(one => !one.disabled)
            .map(({ id, name, onDuty }) => ({ value: id, label: onDuty ? `${name} · ${words.duty}` : name })),
        ]}
      />
    </Modal>
  );
}

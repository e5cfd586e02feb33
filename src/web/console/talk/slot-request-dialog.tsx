import { Empty, Modal, Select } from 'antd';
import { useState } from 'react';
import type { Item } from '../../../protocol/console/desk.ts';
import { useOrder } from '../api/use-order.ts';
import { useWords } from '../words/words.ts';

export function SlotRequestDialog({ item, close }: { item: Item; close: () => void }) {
  const words = useWords();
  const order = useOrder(item.conversation);
  const { slots } = item.mayAsk;
  const [slot, setSlot] = useState<string | null>(null);
  return (
    <Modal
      open
      title={words.askSlot}
      okText={words.request}
      okButtonProps={{ disabled: slot === null }}
      confirmLoading={order.isPending}
      onOk={() => void order.give({ path: 'slot-requests', body: { slot } }, { taken: close })}
      onCancel={close}
    >
      {slots.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.nothingToAsk} />
      ) : (
        <>
          <p className="quiet">{words.askSlotHint}</p>
          <Select
            className="whole"
            aria-label={words.askSlot}
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            value={slot}
            onChange={setSlot}
            options={slots
              .toSorted((one, other) => Number(one.isKnown) - Number(other.isKnown))
              .map(({ id, label, isKnown }) => ({
                value: id,
                label: isKnown ? `${label} (${words.known})` : label,
              }))}
          />
        </>
      )}
    </Modal>
  );
}

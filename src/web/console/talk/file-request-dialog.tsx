import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { Item } from '../../../protocol/console/desk.ts';
import { useOrder } from '../api/use-order.ts';
import { useWords } from '../words/words.ts';
import { useKept } from './use-kept.ts';

export function FileRequestDialog({ item, close }: { item: Item; close: () => void }) {
  const words = useWords();
  const order = useOrder(item.conversation);
  const { elements } = item.mayAsk;
  const [element, setElement] = useState<string | null>(null);
  const [what, setWhat] = useKept(`file:${item.conversation}`);
  const label = elements.find(one => one.id === element)?.label ?? '';
  const wanted = what.trim() || label;
  return (
    <Modal
      open
      title={words.askFile}
      okText={words.request}
      okButtonProps={{ disabled: wanted === '' }}
      confirmLoading={order.isPending}
      onOk={() =>
        void order.give(
          { path: 'file-requests', body: { what: wanted, element } },
          {
            taken() {
              setWhat('');
              close();
            },
          },
        )
      }
      onCancel={close}
    >
      {elements.length > 0 && (
        <Select
          className="whole"
          aria-label={words.askFile}
          value={element ?? ''}
          onChange={id => setElement(id || null)}
          options={[
            { value: '', label: words.askFileOther },
            ...elements.map(({ id, label, files }) => ({
              value: id,
              label: files > 0 ? `${label} (${words.files(files)})` : label,
            })),
          ]}
        />
      )}
      <Input.TextArea
        className="whole"
        aria-label={words.askFileHint}
        placeholder={label || words.askFileHint}
        value={what}
        maxLength={200}
        autoSize={{ minRows: 2, maxRows: 4 }}
        onChange={({ target }) => setWhat(target.value)}
      />
    </Modal>
  );
}

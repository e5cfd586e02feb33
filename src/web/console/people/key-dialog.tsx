import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, Modal } from 'antd';
import type { z } from 'zod';
import type { Scope } from '../../../core/staff/scope.ts';
import type { KeyMade } from '../../../protocol/console/keys.ts';
import { call } from '../api/call.ts';
import { KEYS } from '../api/keys.ts';
import { useFailure } from '../api/use-failure.ts';
import { useWords } from '../words/words.ts';

interface Given {
  label: string;
  scopes: Scope[];
}

/** @param made is given the new key's secret */
export function KeyDialog({ close, made }: { close: () => void; made: (token: string) => void }) {
  const words = useWords();
  const client = useQueryClient();
  const { tell } = useFailure();
  const [form] = Form.useForm<Given>();
  const make = useMutation({
    mutationFn: (given: Given) => call<z.infer<typeof KeyMade>>('POST', '/keys', given),
    onError: tell,
    onSuccess({ token }) {
      void client.invalidateQueries({ queryKey: KEYS.keys });
      made(token);
    },
  });
  const rules = [{ required: true, message: words.required }];
  return (
    <Modal
      open
      title={words.newKey}
      okText={words.newKey}
      confirmLoading={make.isPending}
      onOk={form.submit}
      onCancel={close}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={given => make.mutate(given)}>
        <Form.Item name="label" label={words.keyLabel} rules={rules}>
          <Input maxLength={40} autoFocus />
        </Form.Item>
        <Form.Item name="scopes" label={words.scopes} rules={rules}>
          <Checkbox.Group
            className="scopes"
            options={Object.entries(words.scopeNames).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

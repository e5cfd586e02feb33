import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal } from 'antd';
import { useContext } from 'react';
import type { z } from 'zod';
import type { Invited } from '../../../protocol/console/staff.ts';
import { call } from '../api/call.ts';
import { KEYS } from '../api/keys.ts';
import { useFailure } from '../api/use-failure.ts';
import { LanguageContext, useWords } from '../words/words.ts';
import { MemberFields, type MemberGiven } from './member-fields.tsx';

type Given = MemberGiven & { login: string };

/** @param invited is given the token of the link that the invited one needs */
export function InviteDialog({ close, invited }: { close: () => void; invited: (token: string) => void }) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const client = useQueryClient();
  const { inWords } = useFailure();
  const [form] = Form.useForm<Given>();
  const invite = useMutation({
    mutationFn: (given: Given) => call<z.infer<typeof Invited>>('POST', '/staff', { ...given, language }),
    onSuccess({ link }) {
      void client.invalidateQueries({ queryKey: KEYS.staff });
      invited(link.token);
    },
  });
  return (
    <Modal
      open
      title={words.invite}
      okText={words.invite}
      confirmLoading={invite.isPending}
      onOk={form.submit}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: 'mediator', capacity: 4 }}
        onFinish={given => invite.mutate(given)}
      >
        {invite.isError && <Alert type="error" showIcon title={inWords(invite.error)} role="alert" />}
        <Form.Item name="login" label={words.login} rules={[{ required: true, message: words.required }]}>
          <Input maxLength={80} autoFocus autoComplete="off" />
        </Form.Item>
        <MemberFields />
      </Form>
    </Modal>
  );
}

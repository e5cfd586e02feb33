import { useMutation } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal } from 'antd';
import { call } from '../api/call.ts';
import { useFailure } from '../api/use-failure.ts';
import { NewPasswordFields } from '../sign-in/new-password-fields.tsx';
import { useWords } from '../words/words.ts';

export function PasswordDialog({ close }: { close: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const { inWords } = useFailure();
  const [form] = Form.useForm<{ current: string; password: string }>();
  const change = useMutation({
    mutationFn: ({ current, password }: { current: string; password: string }) =>
      call('POST', '/me/password', { current, password }),
    onSuccess() {
      void message.success(words.passwordChanged);
      close();
    },
  });
  return (
    <Modal
      open
      title={words.changePassword}
      okText={words.save}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={close}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={given => change.mutate(given)}>
        {change.isError && <Alert type="error" showIcon title={inWords(change.error)} role="alert" />}
        <Form.Item
          name="current"
          label={words.currentPassword}
          rules={[{ required: true, message: words.required }]}
        >
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <NewPasswordFields />
      </Form>
    </Modal>
  );
}

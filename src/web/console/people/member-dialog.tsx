import { Form, Modal } from 'antd';
import type { StaffMember } from '../../../protocol/console/staff.ts';
import { useWords } from '../words/words.ts';
import { MemberFields, type MemberGiven } from './member-fields.tsx';
import { useChangeMember } from './use-change-member.ts';

export function MemberDialog({ member, close }: { member: StaffMember; close: () => void }) {
  const words = useWords();
  const [form] = Form.useForm<MemberGiven>();
  const change = useChangeMember(member);
  return (
    <Modal
      open
      title={member.login}
      okText={words.save}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={member}
        onFinish={({ name, role, capacity }) => change.mutate({ name, role, capacity }, { onSuccess: close })}
      >
        <MemberFields />
      </Form>
    </Modal>
  );
}

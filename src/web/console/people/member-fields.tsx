import { Form, Input, InputNumber, Select } from 'antd';
import type { Role } from '../../../core/staff/account.ts';
import { useWords } from '../words/words.ts';

export interface MemberGiven {
  name: string;
  role: Role;
  capacity: number;
}

/** What is said of somebody who works here, whether they are invited or known. */
export function MemberFields() {
  const words = useWords();
  const rules = [{ required: true, message: words.required }];
  return (
    <>
      <Form.Item name="name" label={words.name} extra={words.yourNameHint} rules={rules}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="role" label={words.role} rules={rules}>
        <Select options={Object.entries(words.roles).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="capacity" label={words.capacity} rules={rules}>
        <InputNumber min={1} max={50} precision={0} />
      </Form.Item>
    </>
  );
}

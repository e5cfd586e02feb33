import { Form, Input } from 'antd';
import { useWords } from '../words/words.ts';

/** The new password and its repetition, `password` and `again` of the form around it. */
export function NewPasswordFields() {
  const words = useWords();
  return (
    <>
      <Form.Item
        name="password"
        label={words.newPassword}
        extra={words.passwordHint}
        rules={[
          { required: true, message: words.required },
          { min: 12, message: words.errors['password-too-short'] },
        ]}
      >
        <Input.Password autoComplete="new-password" size="large" maxLength={256} />
      </Form.Item>
      <Form.Item
        name="again"
        label={words.repeatPassword}
        dependencies={['password']}
        rules={[
          { required: true, message: words.required },
          ({ getFieldValue }) => ({
            validator: async (_rule, value) => {
              if (value && value !== getFieldValue('password')) throw new Error(words.passwordsDiffer);
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" size="large" maxLength={256} />
      </Form.Item>
    </>
  );
}

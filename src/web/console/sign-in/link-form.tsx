import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useContext } from 'react';
import type { z } from 'zod';
import type { LinkAnswer, SignedIn } from '../../../protocol/console/session.ts';
import { call } from '../api/call.ts';
import { useFailure } from '../api/use-failure.ts';
import { useSetSession } from '../api/use-session.ts';
import { leaveLink } from '../frame/use-place.ts';
import { LanguageContext, useWords } from '../words/words.ts';
import { NewPasswordFields } from './new-password-fields.tsx';

interface Given {
  login?: string;
  name?: string;
  password: string;
}

/** What somebody fills in who came by a one-time link. */
export function LinkForm({ token, link }: { token: string; link: z.infer<typeof LinkAnswer> }) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const set = useSetSession();
  const { inWords } = useFailure();
  const use = useMutation({
    mutationFn: ({ login, name, password }: Given) =>
      call<z.infer<typeof SignedIn>>('POST', '/setup', {
        token,
        login: login ?? null,
        name: name ?? null,
        password,
        language,
      }),
    onSuccess({ account }) {
      set(account);
      leaveLink();
    },
  });
  const rules = [{ required: true, message: words.required, whitespace: true }];
  const isFirst = link.kind === 'first-supervisor';
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      {...(link.kind === 'join' ? { initialValues: { name: link.name } } : {})}
      onFinish={({ login, name, password }: Given) =>
        use.mutate({ ...(login ? { login } : {}), ...(name ? { name } : {}), password })
      }
    >
      {use.isError && <Alert type="error" showIcon title={inWords(use.error)} role="alert" />}
      {isFirst ? (
        <Form.Item name="login" label={words.login} rules={rules}>
          <Input autoComplete="username" autoFocus size="large" maxLength={80} />
        </Form.Item>
      ) : (
        <Form.Item label={words.login}>
          <Input autoComplete="username" value={link.login} readOnly size="large" />
        </Form.Item>
      )}
      {link.kind !== 'new-password' && (
        <Form.Item name="name" label={words.yourName} extra={words.yourNameHint} rules={rules}>
          <Input autoComplete="name" size="large" maxLength={40} />
        </Form.Item>
      )}
      <NewPasswordFields />
      <Button type="primary" htmlType="submit" size="large" block loading={use.isPending}>
        {words.begin}
      </Button>
    </Form>
  );
}

import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Divider, Form, Input } from 'antd';
import type { z } from 'zod';
import { CONSOLE_API } from '../../../protocol/console/agreed.ts';
import type { SignedIn, SignInWays } from '../../../protocol/console/session.ts';
import { call } from '../api/call.ts';
import { useFailure } from '../api/use-failure.ts';
import { useSetSession } from '../api/use-session.ts';
import { leaveLink } from '../frame/use-place.ts';
import { useWords } from '../words/words.ts';
import { Door } from './door.tsx';

/** @param why what came of a sign-in by another system; `wasIn`: the session has just ended */
export function SignInPage({ why, wasIn }: { why: string | null; wasIn: boolean }) {
  const words = useWords();
  const set = useSetSession();
  const { inWords } = useFailure();
  const ways = useQuery({
    queryKey: ['ways'],
    queryFn: () => call<z.infer<typeof SignInWays>>('GET', '/session/ways'),
    staleTime: Infinity,
  });
  const signIn = useMutation({
    mutationFn: (given: { login: string; password: string }) =>
      call<z.infer<typeof SignedIn>>('POST', '/session', given),
    onSuccess({ account }) {
      if (why !== null) leaveLink();
      set(account);
    },
  });
  const cameToNothing = why === 'refused' ? words.oidcRefused : why === null ? null : words.oidcUnavailable;
  const trouble = signIn.isError ? inWords(signIn.error) : cameToNothing;
  const oidc = ways.data?.oidc;
  return (
    <Door title={words.title}>
      {trouble !== null && <Alert type="error" showIcon title={trouble} role="alert" />}
      {trouble === null && wasIn && <Alert type="info" showIcon title={words.sessionOver} />}
      <Form layout="vertical" requiredMark={false} onFinish={given => signIn.mutate(given)}>
        <Form.Item name="login" label={words.login} rules={[{ required: true, message: words.required }]}>
          <Input autoComplete="username" autoFocus size="large" />
        </Form.Item>
        <Form.Item
          name="password"
          label={words.password}
          rules={[{ required: true, message: words.required }]}
        >
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {words.signIn}
        </Button>
      </Form>
      {oidc && (
        <>
          <Divider plain>{words.orBy}</Divider>
          <Button size="large" block href={`${CONSOLE_API}/oidc`}>
            {words.signInBy(oidc.label)}
          </Button>
        </>
      )}
    </Door>
  );
}

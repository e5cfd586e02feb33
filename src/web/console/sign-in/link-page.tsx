import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Spin } from 'antd';
import type { z } from 'zod';
import type { LinkAnswer } from '../../../protocol/console/session.ts';
import { call, CallFailed } from '../api/call.ts';
import { useFailure } from '../api/use-failure.ts';
import { leaveLink } from '../frame/use-place.ts';
import { useWords } from '../words/words.ts';
import { Door } from './door.tsx';
import { LinkForm } from './link-form.tsx';

/** Where a one-time link leads: the first supervisor, who was invited, who forgot a password. */
export function LinkPage({ token }: { token: string }) {
  const words = useWords();
  const { inWords } = useFailure();
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: () => call<z.infer<typeof LinkAnswer>>('POST', '/setup/link', { token }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  if (link.isPending)
    return (
      <Door title={words.title}>
        <Spin />
      </Door>
    );
  if (link.isError) {
    const isGone = link.error instanceof CallFailed && link.error.failure === 'link-invalid';
    return (
      <Door title={isGone ? words.linkGone : inWords(link.error)}>
        {isGone && <Alert type="warning" showIcon title={words.linkGoneHint} />}
        {isGone ? (
          <Button size="large" block onClick={leaveLink}>
            {words.signIn}
          </Button>
        ) : (
          <Button size="large" block onClick={() => void link.refetch()}>
            {words.retry}
          </Button>
        )}
      </Door>
    );
  }
  const { data } = link;
  if (data.kind === 'first-supervisor')
    return (
      <Door title={words.firstTitle} hint={words.firstHint}>
        <LinkForm token={token} link={data} />
      </Door>
    );
  const title = data.kind === 'join' ? words.joinTitle(data.name) : words.newPasswordTitle(data.name);
  return (
    <Door title={title}>
      <LinkForm token={token} link={data} />
    </Door>
  );
}

import { Button, Result } from 'antd';
import { lazy, useState } from 'react';
import type { StaffMember } from '../../protocol/console/staff.ts';
import { MeContext, useSession } from './api/use-session.ts';
import { LoadedLate } from './frame/loaded-late.tsx';
import { Looks } from './frame/looks.tsx';
import { usePlace } from './frame/use-place.ts';
import { LinkPage } from './sign-in/link-page.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { useWords } from './words/words.ts';

const Workplace = lazy(() =>
  import('./frame/workplace.tsx').then(({ Workplace }) => ({ default: Workplace })),
);

/** The whole console: for who is signed in, and for who is not. */
export function Console() {
  const session = useSession();
  const me = session.data ?? null;
  return (
    <Looks me={me}>
      <Page me={me} session={session} />
    </Looks>
  );
}

function Page({ me, session }: { me: StaffMember | null; session: ReturnType<typeof useSession> }) {
  const words = useWords();
  const place = usePlace();
  const [wasIn, setWasIn] = useState(false);
  if (me && !wasIn) setWasIn(true);
  if (place.page === 'link') return <LinkPage token={place.token} />;
  if (me)
    return (
      <MeContext value={me}>
        <LoadedLate fallback={<div className="blank" aria-busy="true" />}>
          <Workplace />
        </LoadedLate>
      </MeContext>
    );
  if (session.isPending) return <div className="blank" aria-busy="true" />;
  if (session.isError)
    return (
      <Result
        status="warning"
        title={words.errors.offline}
        extra={<Button onClick={() => void session.refetch()}>{words.retry}</Button>}
      />
    );
  return <SignInPage why={place.page === 'sign-in' ? place.why : null} wasIn={wasIn} />;
}

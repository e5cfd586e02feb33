import { Button, Empty, Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { useFailure } from '../api/use-failure.ts';
import { useMe } from '../api/use-session.ts';
import { useStaff } from '../api/use-staff.ts';
import { useWords } from '../words/words.ts';
import { InboxLine, type ShownRow } from './inbox-line.tsx';

/** A list that is read page by page. */
interface Pages {
  isPending: boolean;
  isError: boolean;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
  refetch: () => Promise<unknown>;
}

interface InboxListProps {
  pages: Pages;
  rows: readonly ShownRow[];
  chosen: string | null;
  empty: string;
  types: readonly { id: string; label: string }[];
}

/** Lines, more of them as one comes to the end. */
export function InboxList({ pages, rows, chosen, empty, types }: InboxListProps) {
  const words = useWords();
  const { inWords } = useFailure();
  const me = useMe();
  const { data: staff = [] } = useStaff();
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (!end.current || !hasNextPage || isFetchingNextPage) return;
    const watching = new IntersectionObserver(([seen]) => {
      if (seen?.isIntersecting) void fetchNextPage();
    });
    watching.observe(end.current);
    return () => watching.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const nameOf = (id: string | null): string | null =>
    id === null ? null : (staff.find(one => one.id === id)?.name ?? words.unknownPerson);
  const askedIn = ({ offer }: ShownRow): string | null => {
    if (offer?.mediator === me.id) return words.offeredToYou;
    const name = nameOf(offer?.mediator ?? null);
    return name === null ? null : words.askedNow(name);
  };
  if (pages.isPending) return <Skeleton active className="inbox-loading" />;
  if (pages.isError && rows.length === 0)
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={inWords(pages.error)}>
        <Button onClick={() => void pages.refetch()}>{words.retry}</Button>
      </Empty>
    );
  // Where few are wanted, a page may hold none of them.
  if (rows.length === 0 && !hasNextPage)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />;
  return (
    <div className="inbox-list">
      <ul>
        {rows.map(row => (
          <li key={row.conversation}>
            <InboxLine
              row={row}
              isChosen={row.conversation === chosen}
              type={types.find(type => type.id === row.type)?.label ?? null}
              mediator={nameOf(row.mediator)}
              asked={askedIn(row)}
            />
          </li>
        ))}
      </ul>
      <div ref={end}>
        {hasNextPage && (
          <Button type="link" block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.more}
          </Button>
        )}
      </div>
    </div>
  );
}

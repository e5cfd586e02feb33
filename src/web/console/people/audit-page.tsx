import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { AuditAnswer } from '../../../protocol/console/audit.ts';
import { call, query } from '../api/call.ts';
import { KEYS } from '../api/keys.ts';
import { useFailure } from '../api/use-failure.ts';
import { useStaff } from '../api/use-staff.ts';
import { conversationPlace } from '../frame/place.ts';
import { Moment } from '../talk/moment.tsx';
import type { WordTable } from '../words/word-table.ts';
import { useWords } from '../words/words.ts';
import { type AuditFilter, AuditFilters } from './audit-filters.tsx';
import { PlainTable } from './plain-table.tsx';

type Answer = z.infer<typeof AuditAnswer>;
type Line = Answer['lines'][number];

/** What is done to conversations. */
const ABOUT_TALKS: ReadonlySet<Line['what']> = new Set([
  'looked',
  'file-looked',
  'file-saved',
  'exported',
  'assigned',
]);

/** Who did what and when, newest first. */
export function AuditPage() {
  const words = useWords();
  const { inWords } = useFailure();
  const { data: staff = [] } = useStaff();
  const [filter, setFilter] = useState<AuditFilter>({ who: null, what: null, since: null, until: null });
  const audit = useInfiniteQuery({
    queryKey: [...KEYS.audit, filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: cursor }) => call<Answer>('GET', `/audit${query({ ...filter, cursor })}`),
    getNextPageParam: page => page.cursor,
  });
  const lines = audit.data?.pages.flatMap(page => page.lines) ?? [];
  const nameOf = (id: string | null): string =>
    staff.find(one => one.id === id)?.name ?? actorName(words, id);
  const aboutOf = (what: Line['what'], about: string) =>
    ABOUT_TALKS.has(what) ? <a href={conversationPlace(about)}>{words.theConversation}</a> : nameOf(about);
  return (
    <>
      <div className="page-head">
        <h2>{words.navAudit}</h2>
      </div>
      <AuditFilters filter={filter} setFilter={setFilter} staff={staff} />
      {audit.isError && <Alert type="error" showIcon title={inWords(audit.error)} />}
      <PlainTable<Line>
        rows={audit.isPending ? undefined : lines}
        keyOf={line => `${line.at}${line.what}${line.who}${line.about}`}
        columns={[
          { title: words.when, cell: ({ at }) => <Moment at={at} /> },
          { title: words.who, cell: ({ who }) => nameOf(who) },
          { title: words.what, cell: ({ what }) => words.audited[what] },
          { title: words.about, cell: ({ what, about }) => (about === null ? '' : aboutOf(what, about)) },
          {
            title: words.details,
            cell: ({ details }) =>
              Object.entries(details)
                .map(([name, value]) => `${name}: ${name === 'to' ? nameOf(String(value)) : value}`)
                .join(' · '),
          },
        ]}
      />
      {audit.hasNextPage && (
        <Button block loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}

function actorName(words: WordTable, id: string | null): string {
  if (id === null) return words.unknownActor;
  if (id === 'operator') return words.operator;
  if (id === 'system') return words.system;
  return id.startsWith('key:') ? words.keyActor : id;
}

import type { Staff } from '../../../console/staff.ts';
import { AuditAnswer, AuditQuestion } from '../../../protocol/console/audit.ts';
import { type ConsoleRoute, route } from '../route.ts';

/** Who did what, and when. */
export const auditRoutes = ({ audit }: Staff): ConsoleRoute[] => [
  route({
    method: 'GET',
    path: '/audit',
    summary: 'Who did what and when, newest first',
    who: 'supervisor',
    scope: 'audit:read',
    query: AuditQuestion,
    answer: AuditAnswer,
    handle: ({ query: { who, what, about, since, until, cursor, limit } }) =>
      audit.page({
        who: who ?? null,
        what: what ?? null,
        about: about ?? null,
        since: since ?? null,
        until: until ?? null,
        cursor: cursor ?? null,
        limit,
      }),
  }),
];

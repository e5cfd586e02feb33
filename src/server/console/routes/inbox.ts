import type { Desk, InboxFilter } from '../../../console/desk.ts';
import type { Actor } from '../../../console/staff.ts';
import { InboxAnswer, InboxCounts, InboxQuestion, Offers } from '../../../protocol/console/desk.ts';
import { SearchAnswer, SearchOrder } from '../../../protocol/console/search.ts';
import { StaffLoads } from '../../../protocol/console/staff.ts';
import { type ConsoleRoute, route } from '../route.ts';
import { mediatorOf } from '../mediator-of.ts';

/** Null: whoever asks sees the conversations of all. */
const onlyOf = (actor: Actor): string | null =>
  actor.kind === 'key' || actor.role === 'supervisor' ? null : actor.id;

type Given = { [Name in keyof InboxFilter]: InboxFilter[Name] | undefined };

/** What is not given narrows nothing. */
function filterOf({ type, standing, mediator, safety, dueWithin }: Given): InboxFilter {
  const whose = mediator === 'nobody' ? null : mediator;
  const given = { type, standing, mediator: whose, safety, dueWithin };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

const noSuchCursor = (field: string) => ({ refused: 'bad-request', fields: [`${field}: invalid`] }) as const;

/** What there is to do. */
export const inboxRoutes = (desk: Desk): ConsoleRoute[] => [
  route({
    method: 'GET',
    path: '/inbox',
    summary: 'Conversations, most pressing first: those that wait, one’s own, all, or closed ones',
    who: 'mediator',
    scope: 'cases:read',
    query: InboxQuestion,
    answer: InboxAnswer,
    async handle({ actor, query: { view, limit, cursor, ...given } }) {
      const page = await desk.inbox({
        ...filterOf(given),
        ...{ view, limit, by: mediatorOf(actor), onlyOf: onlyOf(actor), cursor: cursor ?? null },
      });
      return page ?? noSuchCursor('query.cursor');
    },
  }),
  route({
    method: 'POST',
    path: '/inbox/search',
    summary: 'Conversations, open and closed, by words that were said or noted in them',
    who: 'mediator',
    scope: 'cases:read',
    body: SearchOrder,
    answer: SearchAnswer,
    async handle({ actor, body: { text, limit, cursor, ...given } }) {
      const page = await desk.search({
        ...filterOf(given),
        ...{ text, limit, by: mediatorOf(actor), onlyOf: onlyOf(actor), cursor },
      });
      return page ?? noSuchCursor('body.cursor');
    },
  }),
  route({
    method: 'GET',
    path: '/inbox/counts',
    summary: 'How many there are, by where they stand',
    who: 'mediator',
    scope: 'cases:read',
    answer: InboxCounts,
    handle: ({ actor }) => desk.counts(mediatorOf(actor)),
  }),
  route({
    method: 'GET',
    path: '/staff/loads',
    summary: 'How many talks each mediator is in now; who is in none is not named',
    who: 'mediator',
    scope: 'staff:read',
    answer: StaffLoads,
    handle: async () => ({ loads: Array.from(await desk.loads(), ([id, talks]) => ({ id, talks })) }),
  }),
  route({
    method: 'GET',
    path: '/offers',
    summary: 'What one is asked to join: whoever waits is offered to those on duty in turn',
    who: 'mediator',
    scope: null,
    answer: Offers,
    handle: ({ actor }) => desk.offers(mediatorOf(actor)),
  }),
];

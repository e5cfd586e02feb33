import type { Desk } from '../../../console/desk.ts';
import type { Actor } from '../../../console/staff.ts';
import { InboxAnswer, InboxCounts, InboxQuestion, Offers } from '../../../protocol/console/desk.ts';
import { type ConsoleRoute, route } from '../route.ts';
import { mediatorOf } from '../mediator-of.ts';

/** Null: whoever asks sees the conversations of all. */
const onlyOf = (actor: Actor): string | null =>
  actor.kind === 'key' || actor.role === 'supervisor' ? null : actor.id;

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
    async handle({ actor, query: { cursor, type, ...query } }) {
      const page = await desk.inbox({
        ...query,
        ...(type === undefined ? {} : { type }),
        by: mediatorOf(actor),
        onlyOf: onlyOf(actor),
        cursor: cursor ?? null,
      });
      return page ?? { refused: 'bad-request', fields: ['query.cursor: invalid'] };
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
    path: '/offers',
    summary: 'What one is asked to join: whoever waits is offered to those on duty in turn',
    who: 'mediator',
    scope: null,
    answer: Offers,
    handle: ({ actor }) => desk.offers(mediatorOf(actor)),
  }),
];

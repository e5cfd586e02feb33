import type { Replies, ReplyOutcome, ReplyView } from '../../../console/replies.ts';
import {
  Reply,
  ReplyChange,
  ReplyContent,
  ReplyList,
  ReplyOrder,
  ReplyPath,
  ReplyProblems,
  ReplyShown,
} from '../../../protocol/console/replies.ts';
import { type ConsoleRoute, type Refusal, route } from '../route.ts';

/** What mediators say often. */
export const repliesRoutes = (replies: Replies): ConsoleRoute[] => [
  route({
    method: 'GET',
    path: '/canned',
    summary: 'Replies that mediators send often: the operator’s own, and those that come with Parley',
    who: 'mediator',
    scope: 'cases:read',
    answer: ReplyList,
    handle: async () => ({ receiver: replies.receiver, replies: await replies.all() }),
  }),
  route({
    method: 'POST',
    path: '/canned/check',
    summary: 'What would be wrong with a reply',
    who: 'supervisor',
    scope: null,
    body: ReplyContent,
    answer: ReplyProblems,
    handle: async ({ body }) => ({ problems: replies.check(body) }),
  }),
  route({
    method: 'POST',
    path: '/canned',
    summary: 'Writes a reply of the operator’s own',
    who: 'supervisor',
    scope: null,
    body: ReplyOrder,
    answer: Reply,
    errors: ['reply-refused', 'reply-doubtful', 'too-many'],
    handle: async ({ actor, body: { id, ...given } }) =>
      answerReply(await replies.add(id, { ...given, by: actor.id })),
  }),
  route({
    method: 'PUT',
    path: '/canned/:id',
    summary: 'Rewrites a reply of the operator’s own',
    who: 'supervisor',
    scope: null,
    params: ReplyPath,
    body: ReplyChange,
    answer: Reply,
    errors: ['reply-refused', 'reply-doubtful', 'stale'],
    handle: async ({ actor, params, body: { version, ...given } }) =>
      answerReply(await replies.rewrite(params.id, version, { ...given, by: actor.id })),
  }),
  route({
    method: 'PUT',
    path: '/canned/:id/shown',
    summary: 'Offers a reply to mediators, or does so no more',
    who: 'supervisor',
    scope: null,
    params: ReplyPath,
    body: ReplyShown,
    answer: Reply,
    errors: ['stale'],
    handle: async ({ actor, params, body }) =>
      answerReply(await replies.show(params.id, { ...body, by: actor.id })),
  }),
];

const CODES = {
  refused: 'reply-refused',
  doubtful: 'reply-doubtful',
  unknown: 'not-found',
  stale: 'stale',
  'too-many': 'too-many',
} as const;

const answerReply = (outcome: ReplyOutcome): ReplyView | Refusal =>
  'refused' in outcome ? { ...outcome, refused: CODES[outcome.refused] } : outcome;

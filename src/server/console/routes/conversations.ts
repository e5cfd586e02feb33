import type { Desk } from '../../../console/desk.ts';
import type { Staff } from '../../../console/staff.ts';
import { CASE_REFUSALS } from '../../../core/case/decide.ts';
import {
  AssignOrder,
  CasePath,
  Changed,
  ConversationPath,
  History,
  Item,
  NoteOrder,
  StatusOrder,
  TranscriptAnswer,
  TranscriptQuestion,
} from '../../../protocol/console/desk.ts';
import type { Happening } from '../../../protocol/entries-of.ts';
import { entryStream } from '../../../protocol/entry-stream.ts';
import { answerDone } from '../done.ts';
import { mediatorOf } from '../mediator-of.ts';
import { type ConsoleRoute, route } from '../route.ts';

const of = { of: 'conversation', params: ConversationPath } as const;

/** One conversation, with all that is known of it and done about it. */
export const conversationRoutes = (desk: Desk, { accounts }: Staff): ConsoleRoute[] => [
  route({
    method: 'GET',
    path: '/conversations/:id',
    summary: 'All that is known of a conversation; noted as a look at it',
    who: 'mediator',
    scope: 'cases:read',
    ...of,
    answer: Item,
    async handle({ actor, params: { id } }) {
      await desk.looked(id, { at: 'item', file: null, by: mediatorOf(actor) });
      return desk.item(id);
    },
  }),
  route({
    method: 'GET',
    path: '/conversations/:id/transcript',
    summary: 'What was said, by whom, above a version',
    who: 'mediator',
    scope: 'cases:read',
    ...of,
    query: TranscriptQuestion,
    answer: TranscriptAnswer,
    async handle({ params: { id }, query: { after } }) {
      const [{ files }, events] = [await desk.item(id), await desk.events(id, after)];
      const { entries, cursor } = entryStream(files)(events as Happening[]);
      return { entries, cursor: Math.max(after, cursor) };
    },
  }),
  route({
    method: 'GET',
    path: '/conversations/:id/history',
    summary: 'Who saw and did what, earliest first',
    who: 'mediator',
    scope: 'cases:read',
    ...of,
    answer: History,
    handle: async ({ params: { id } }) => ({ deeds: await desk.history(id) }),
  }),
  route({
    method: 'POST',
    path: '/conversations/:id/notes',
    summary: 'Keeps a note that the person never sees',
    who: 'mediator',
    scope: 'cases:write',
    ...of,
    gives: 'note',
    body: NoteOrder,
    answer: 'nothing',
    async handle({ actor, params, body }) {
      await desk.note(params.id, { ...body, by: mediatorOf(actor) });
      return null;
    },
  }),
  route({
    method: 'PUT',
    path: '/conversations/:id/assignment',
    summary: 'Says who looks after it from now on',
    who: 'mediator',
    scope: 'cases:write',
    ...of,
    gives: 'assign',
    body: AssignOrder,
    answer: Changed,
    errors: ['stale', 'not-found'],
    async handle({ actor, params, body: { mediator, ...change } }) {
      const account = mediator === null ? null : await accounts.find(mediator);
      if (mediator !== null && (!account || account.disabled)) return { refused: 'not-found' };
      const whom = account ? { id: account.id, name: account.name } : null;
      return answerDone(await desk.assign(params.id, { ...change, mediator: whom, by: mediatorOf(actor) }));
    },
  }),
  route({
    method: 'PUT',
    path: '/conversations/:id/cases/:number/status',
    summary: 'Moves a case on, with a reason',
    who: 'mediator',
    scope: 'cases:write',
    of: 'conversation',
    gives: 'status',
    params: CasePath,
    body: StatusOrder,
    answer: Changed,
    errors: ['stale', 'not-found', ...CASE_REFUSALS],
    async handle({ actor, params: { id, number }, body }) {
      const { cases } = await desk.item(id);
      if (!cases.some(one => one.file.number === number)) return { refused: 'not-found' };
      return answerDone(await desk.changeStatus(number, { ...body, by: mediatorOf(actor) }));
    },
  }),
];

import { z } from 'zod';
import type { Staff } from '../../../console/staff.ts';
import { PasswordChange, SessionList, SignedIn } from '../../../protocol/console/session.ts';
import { Id, OwnChange, StaffMember } from '../../../protocol/console/staff.ts';
import { passwordErrors, withPasswordError } from '../password-errors.ts';
import { type ConsoleRoute, route } from '../route.ts';

/** What everybody settles for themselves. */
export const meRoutes = ({ signIns, accounts }: Staff): ConsoleRoute[] => [
  route({
    method: 'PATCH',
    path: '/me',
    summary: 'Changes what one settles for oneself: name, duty, language, theme',
    who: 'mediator',
    scope: null,
    body: OwnChange,
    answer: StaffMember,
    async handle({ actor, body }) {
      const changed = await accounts.change(actor.id, null, body, actor);
      return 'refused' in changed ? { ...changed, refused: 'forbidden' } : changed;
    },
  }),
  route({
    method: 'POST',
    path: '/me/password',
    summary: 'Changes the own password, and signs out everywhere else',
    who: 'mediator',
    scope: null,
    body: PasswordChange,
    answer: SignedIn,
    errors: ['wrong-password', ...passwordErrors],
    limits: ({ address }) => [['signins', address]],
    async handle({ actor, body, client, cookies }) {
      const outcome = await signIns.changePassword(actor, body, client);
      if ('refused' in outcome) return withPasswordError(outcome.refused);
      const { account, token, expires } = outcome;
      cookies.keep({ token, expires });
      return { account, expires };
    },
  }),
  route({
    method: 'GET',
    path: '/me/sessions',
    summary: 'Where one is signed in',
    who: 'mediator',
    scope: null,
    answer: SessionList,
    handle: async ({ actor }) => ({ sessions: await signIns.sessions(actor) }),
  }),
  route({
    method: 'DELETE',
    path: '/me/sessions/:id',
    summary: 'Signs out somewhere',
    who: 'mediator',
    scope: null,
    params: z.strictObject({ id: Id }),
    answer: 'nothing',
    handle: async ({ actor, params }) =>
      (await signIns.endSession(actor, params.id)) && { refused: 'not-found' },
  }),
];

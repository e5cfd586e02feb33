import type { Staff } from '../../../console/staff.ts';
import { LinkAnswer, LinkQuestion, LinkUse, SignedIn } from '../../../protocol/console/session.ts';
import { type ConsoleRoute, route } from '../route.ts';
import { passwordErrors, withPasswordError } from '../password-errors.ts';

/** What is done with a link that works once: by the first supervisor, by who was invited, by who forgot a password. */
export const setupRoutes = ({ signIns }: Staff): ConsoleRoute[] => [
  route({
    method: 'POST',
    path: '/setup/link',
    summary: 'What a one-time link is for',
    who: 'anybody',
    scope: null,
    body: LinkQuestion,
    answer: LinkAnswer,
    errors: ['link-invalid'],
    limits: ({ address }) => [['signins', address]],
    handle: async ({ body }) => (await signIns.link(body.token)) ?? { refused: 'link-invalid' },
  }),
  route({
    method: 'POST',
    path: '/setup',
    summary: 'Uses a one-time link: sets a password, and signs in',
    who: 'anybody',
    scope: null,
    body: LinkUse,
    answer: SignedIn,
    errors: ['link-invalid', 'login-taken', 'login-missing', ...passwordErrors],
    limits: ({ address }) => [['signins', address]],
    async handle({ body, client, cookies }) {
      const outcome = await signIns.useLink(body, client);
      if ('refused' in outcome) return withPasswordError(outcome.refused);
      const { account, token, expires } = outcome;
      cookies.keep({ token, expires });
      return { account, expires };
    },
  }),
];

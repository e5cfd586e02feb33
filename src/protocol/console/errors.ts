import { z } from 'zod';

/** Every error that the console's API answers: its status, and what it means for who writes against it. */
export const CONSOLE_ERRORS = {
  'bad-request': { status: 400, message: 'The request is not as described; `fields` names what is wrong.' },
  unauthenticated: { status: 401, message: 'Sign in, or send a key in `Authorization: Bearer`.' },
  'sign-in-refused': { status: 401, message: 'Nobody can sign in with that.' },
  forbidden: { status: 403, message: 'This is for others.' },
  'foreign-origin': {
    status: 403,
    message: 'A change comes from pages of this server, or with the header `X-Parley-Console: 1`.',
  },
  'not-found': { status: 404, message: 'There is no such thing, or it is not for you.' },
  stale: {
    status: 409,
    message:
      'Others have changed it since `version` was read; `changes` says what, `version` what it is now.',
  },
  'not-shared': { status: 409, message: 'The person has allowed nobody to read along.' },
  taken: { status: 409, message: 'Another mediator is there; `instead` takes over.' },
  'not-yours': { status: 409, message: 'You are not the mediator who is there.' },
  'not-offered': { status: 409, message: 'It is not offered to you, or not any more.' },
  'no-such-slot': { status: 422, message: 'The form has no such question.' },
  'no-such-answer': { status: 422, message: 'The knowledge has no such answer.' },
  'not-open': { status: 409, message: 'The case is not there yet.' },
  'not-from-here': { status: 409, message: 'Where the case stands, it cannot go there.' },
  'no-deadline': { status: 404, message: 'The case has no such deadline.' },
  fixed: { status: 409, message: 'The person named this day; it is not ours to move.' },
  met: { status: 409, message: 'The deadline does not run any more.' },
  closed: { status: 409, message: 'The case is closed; take it up again first.' },
  'file-lost': { status: 410, message: 'The file is known, but its bytes are lost or not as they came.' },
  'no-preview': { status: 422, message: 'Nothing of this file can be shown; take it as it came.' },
  'login-taken': { status: 409, message: 'Somebody has this login already.' },
  'last-supervisor': { status: 409, message: 'Without this one there would be no supervisor.' },
  disabled: { status: 409, message: 'The account is disabled.' },
  'link-invalid': { status: 410, message: 'The link was used, has expired, or never was.' },
  'login-missing': { status: 422, message: 'The first supervisor chooses a login and a name.' },
  'wrong-password': { status: 422, message: 'The current password is another one.' },
  'password-too-short': { status: 422, message: 'A password has at least 12 characters.' },
  'password-too-long': { status: 422, message: 'A password has at most 256 characters.' },
  'password-too-common': { status: 422, message: 'This password is among the first that are tried.' },
  'password-like-login': { status: 422, message: 'This password is little more than the login.' },
  'reply-refused': { status: 422, message: 'The reply says what may not be said; `problems` tells what.' },
  'reply-doubtful': {
    status: 422,
    message: 'Nothing known vouches for something in the reply, see `problems`; `isMeant` says that you do.',
  },
  'too-many': { status: 409, message: 'There are as many as can be kept.' },
  busy: { status: 429, message: 'Too often; try again after `retryAfter` seconds.' },
  failed: { status: 500, message: 'It failed here; nothing was changed unless you find it changed.' },
} as const satisfies Record<string, { status: number; message: string }>;
export type ConsoleError = keyof typeof CONSOLE_ERRORS;

/** The body of every answer that is an error; some carry more beside it. */
export const ErrorAnswer = z
  .looseObject({
    error: z.enum(Object.keys(CONSOLE_ERRORS) as [ConsoleError, ...ConsoleError[]]),
    message: z.string(),
  })
  .meta({ id: 'Error' });
export type ErrorAnswer = z.infer<typeof ErrorAnswer>;

import type { PasswordProblem } from '../../core/staff/password.ts';
import type { ConsoleError } from '../../protocol/console/errors.ts';

const ERROR_OF = {
  'too-short': 'password-too-short',
  'too-long': 'password-too-long',
  'too-common': 'password-too-common',
  'like-login': 'password-like-login',
} as const satisfies Record<PasswordProblem, ConsoleError>;

/** Errors of every route that sets a password. */
export const passwordErrors = Object.values(ERROR_OF);

/** What is wrong with a password, or whatever else is wrong, as the error that is answered. */
export const withPasswordError = (why: PasswordProblem | ConsoleError): { refused: ConsoleError } => ({
  refused: why in ERROR_OF ? ERROR_OF[why as PasswordProblem] : (why as ConsoleError),
});

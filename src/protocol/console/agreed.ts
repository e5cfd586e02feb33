/** Below this lie all routes of the console's API. */
export const CONSOLE_API = '/api/console';

/** Where the console's page is. */
export const CONSOLE_PAGE = '/console/';

/** The cookie that holds a session's token. */
export const SESSION_COOKIE = 'parley_session';

/** The cookie that holds what a sign-in begun elsewhere has to bring back. */
export const PENDING_COOKIE = 'parley_oidc';

/** A header that pages of other origins cannot send; with it a change is known to come from the console. */
export const CONSOLE_HEADER = 'X-Parley-Console';

/** Where the console's socket is: text frames of JSON, opened with the session's cookie from a page of this server. */
export const CONSOLE_SOCKET = '/api/console/socket';

/** Close code of a socket whose session has ended. */
export const SIGNED_OUT = 4401;

/** Days of figures that can be asked for at once: a quarter. */
export const MOST_DAYS = 92;

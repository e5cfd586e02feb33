/** Below this lie all routes of the console's API. */
export const CONSOLE_API = '/api/console';

/** The cookie that holds a session's token. */
export const SESSION_COOKIE = 'parley_session';

/** A header that pages of other origins cannot send; with it a change is known to come from the console. */
export const CONSOLE_HEADER = 'X-Parley-Console';

/** Where the widget's socket is: text frames of JSON, see `ClientFrame` and `ServerFrame`. */
export const SOCKET_PATH = '/api/socket';

/** Where the widget's words and limits are read, with `?language=`; answers `WidgetSettings`. */
export const SETTINGS_PATH = '/api/widget';

/** Where a file is posted as multipart field `UPLOAD_FIELD`, with `Authorization: Bearer <token>` and `CONVERSATION_HEADER`. */
export const UPLOAD_PATH = '/api/evidence';
export const UPLOAD_FIELD = 'file';
/** Header that names the conversation the token belongs to. */
export const CONVERSATION_HEADER = 'X-Parley-Conversation';

/** Characters a single message may have. */
export const MAX_TEXT = 100_000;
/** Files a single message may show, and refusals it may carry. */
export const MAX_FILES_A_MESSAGE = 20;

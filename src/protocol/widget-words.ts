/** Keys of all words the widget shows of its own; `widget:` in knowledge/phrases has each in every language. */
export const WIDGET_WORDS = [
  'title',
  'bot',
  'mediator',
  'system',
  'joined',
  'left',
  'ended',
  'asks',
  'wants',
  'you',
  'open',
  'close',
  'switch-language',
  'transcript',
  'input',
  'send',
  'attach',
  'drop',
  'connecting',
  'offline',
  'sending',
  'sent',
  'not-sent',
  'send-again',
  'take-back',
  'remove',
  'typing',
  'urgent',
  'call',
  'started-anew',
  'words-taken-back',
  'busy',
  'not-saved',
  'too-long',
  'malformed',
  'missing',
  'edit',
  'ready',
  'not-ready',
  'needed',
  'helpful',
  'files',
  'how-to',
  'copy',
  'copied',
  'copy-failed',
  'chosen-files',
  'waiting',
  'uploading',
  'uploaded',
  'cancel',
  'retry',
  'upload-failed',
  'too-large',
  'too-many',
  'empty',
  'wrong-type',
  'broken',
  'file-not-saved',
  'file-busy',
  'sends-when-uploaded',
  'press-send',
  'look-at-failed',
  'today',
  'yesterday',
  'to-latest',
  'basis',
  'as-of',
  'proves',
] as const;
export type WidgetWord = (typeof WIDGET_WORDS)[number];

/** What `GET /api/widget?language=` returns. */
export interface WidgetSettings {
  words: Record<WidgetWord, string>;
  /** Telephone numbers that are links wherever they stand in a text, as they are dialled. */
  phones: string[];
  limits: {
    /** Bytes a single file may have. */
    maxBytes: number;
    /** Files one case may have. */
    maxFiles: number;
  };
}

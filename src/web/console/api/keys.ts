/** Under which names answers of the server are kept. */
export const KEYS = {
  session: ['session'],
  inbox: ['inbox'],
  counts: ['counts'],
  offers: ['offers'],
  staff: ['staff'],
  loads: ['loads'],
  keys: ['keys'],
  audit: ['audit'],
  figures: ['figures'],
  replies: ['replies'],
  item: (conversation: string) => ['item', conversation],
  transcript: (conversation: string) => ['transcript', conversation],
  history: (conversation: string) => ['history', conversation],
  preview: (conversation: string, file: string) => ['preview', conversation, file],
} as const;

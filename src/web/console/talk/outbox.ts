/** What a mediator has said and the server has not taken yet, in the order in which it was said. */
export interface Said {
  /** Id of the order: the same in every try, so that it is said once. */
  id: string;
  text: string;
  /** Why the last try failed; absent while it is on its way. */
  failure?: string;
}
export type Outbox = readonly Said[];

export type OutboxAction =
  | { type: 'said'; id: string; text: string }
  | { type: 'taken'; id: string }
  | { type: 'failed'; id: string; failure: string }
  | { type: 'retry' }
  | { type: 'discard'; id: string };

export function outboxAfter(outbox: Outbox, action: OutboxAction): Outbox {
  switch (action.type) {
    case 'said':
      return [...outbox, { id: action.id, text: action.text }];
    case 'taken':
    case 'discard':
      return outbox.filter(said => said.id !== action.id);
    case 'failed':
      return outbox.map(said => (said.id === action.id ? { ...said, failure: action.failure } : said));
    case 'retry':
      return outbox.map(({ id, text }) => ({ id, text }));
  }
}

/** What is to be sent now: one after another, and nothing past one that failed, so that no word overtakes another. */
export function nextToSend(outbox: Outbox): Said | null {
  const first = outbox[0];
  return first && first.failure === undefined ? first : null;
}

/** Reads what was kept over a reload; all of it is tried again. What cannot be read is none. */
export function keptOutbox(text: string | null): Outbox {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((said: Partial<Said> | null) =>
      typeof said?.id === 'string' && typeof said.text === 'string' ? [{ id: said.id, text: said.text }] : [],
    );
  } catch {
    return [];
  }
}

import type { Evidence } from '../../core/conversation/events.ts';
import type { Language } from '../../core/knowledge/localized.ts';
import type { Entry } from '../../protocol/entry.ts';
import type { StoredEvent } from '../../stores/store.ts';
import { entriesOf, filesIn } from './entries.ts';

export interface EntryBatch {
  entries: Entry[];
  /** Version of the last event seen, whether or not it made an entry. */
  cursor: number;
  /** The conversation's language, where this batch tells it. */
  language?: Language;
}

/**
 * Turns a conversation's events, given from the first one on, into the entries above version `after`. It reads the
 * earlier events too, because a file shown later may have been taken before. A cursor beyond the end comes from a
 * client that knows another past (the data were restored from a copy): it gets everything.
 */
export function entryStream(after: number): (events: StoredEvent[]) => EntryBatch {
  const files = new Map<string, Evidence>();
  let from: number | null = null;

  return events => {
    const cursor = events.at(-1)?.version ?? 0;
    from ??= after > cursor ? 0 : after;
    const above = from;
    for (const [id, file] of filesIn(events)) files.set(id, file);
    const language = languageIn(events);
    const entries = entriesOf(
      events.filter(event => event.version > above),
      files,
    );
    return { entries, cursor, ...(language === undefined ? {} : { language }) };
  };
}

function languageIn(events: StoredEvent[]): Language | undefined {
  for (const { event } of events.toReversed()) {
    if (event.type === 'LanguageChosen' || event.type === 'ConversationStarted') return event.language;
  }
  return undefined;
}

import type { Evidence } from '../core/conversation/events.ts';
import type { Language } from '../core/knowledge/localized.ts';
import type { Entry } from './entry.ts';
import { entriesOf, filesIn, type Happening } from './entries-of.ts';

export interface EntryBatch {
  entries: Entry[];
  /** Version of the last event seen, whether or not it made an entry. */
  cursor: number;
  /** The conversation's language, where this batch tells it. */
  language?: Language;
}

/**
 * Turns a conversation's events, given in their order from some version on, into entries.
 * @param taken files taken before that version, or at any time: one shown later may have been taken long ago
 */
export function entryStream(taken: Iterable<Evidence>): (events: Happening[]) => EntryBatch {
  const files = new Map([...taken].map(file => [file.id, file]));

  return events => {
    for (const [id, file] of filesIn(events)) files.set(id, file);
    const language = languageIn(events);
    const entries = entriesOf(events, files);
    const cursor = events.at(-1)?.version ?? 0;
    return { entries, cursor, ...(language === undefined ? {} : { language }) };
  };
}

function languageIn(events: Happening[]): Language | undefined {
  for (const { event } of events.toReversed()) {
    if (event.type === 'LanguageChosen' || event.type === 'ConversationStarted') return event.language;
  }
  return undefined;
}

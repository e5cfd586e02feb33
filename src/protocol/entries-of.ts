import type { ConversationEvent, Evidence, Reply } from '../core/conversation/events.ts';
import type { Entry, EntryFile, ShownReply } from './entry.ts';

/** An event of a conversation, as it lies in the store. */
export interface Happening {
  version: number;
  /** ISO 8601 instant. */
  at: string;
  event: ConversationEvent;
}

/** The files that these events brought, by id. */
export const filesIn = (events: Happening[]): [string, Evidence][] =>
  events.flatMap(({ event }) =>
    event.type === 'EvidenceStored' ? [[event.evidence.id, event.evidence]] : [],
  );

/**
 * What a person sees of a conversation's events: what was said, by whom, and who came and went; nothing of how it was
 * decided, and nothing of what staff do among themselves.
 * A file that is not among `files` was never taken, whatever the client claimed, and is not shown.
 */
export function entriesOf(events: Happening[], files: ReadonlyMap<string, Evidence>): Entry[] {
  return events.flatMap(stored => {
    const entry = entryOf(stored, files);
    return entry ? [entry] : [];
  });
}

function entryOf({ version, at, event }: Happening, files: ReadonlyMap<string, Evidence>): Entry | null {
  switch (event.type) {
    case 'UserSaid': {
      const shown = event.evidence.flatMap(id => fileOf(files.get(id)));
      const entry: Entry = { version, at, from: 'user', message: event.message, text: event.text };
      return shown.length > 0 ? { ...entry, files: shown } : entry;
    }
    case 'BotReplied': {
      const entry: Entry = { version, at, from: 'bot', replies: event.replies.map(shownReply) };
      return event.message === null ? entry : { ...entry, message: event.message };
    }
    case 'MediatorSaid':
      return { version, at, from: 'mediator', name: event.mediator.name, text: event.text };
    case 'FileRequested':
      return { version, at, from: 'mediator', name: event.mediator.name, wants: event.what };
    case 'SlotRequested':
      return { version, at, from: 'system', notice: 'asks', name: event.mediator.name };
    case 'HandoffAccepted':
      return { version, at, from: 'system', notice: 'joined', name: event.mediator.name };
    case 'HandoffEnded': {
      const notice = event.how === 'returned' ? 'left' : 'ended';
      return { version, at, from: 'system', notice, name: event.mediator.name };
    }
    default:
      return null;
  }
}

/** Draft, model and instructions explain a reply to whoever audits it; the person only has to know whose words it has. */
const shownReply = ({ phrasing, ...reply }: Reply): ShownReply =>
  phrasing?.veto === null ? { ...reply, generated: true } : reply;

/** Without the hash: it is the name of the bytes in the evidence store. */
const fileOf = (file: Evidence | undefined): EntryFile[] =>
  file ? [{ id: file.id, name: file.name, mime: file.mime, size: file.size }] : [];

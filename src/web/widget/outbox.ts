import type { EntryFile } from '../../protocol/entry.ts';
import type { SaidMessage } from '../../protocol/frames.ts';
import type { Keep } from './keep.ts';

export type NotSentReason = 'too-long' | 'malformed';

/** A message on its way. It stays here until its entry has come back from the server. */
export interface Outgoing {
  message: SaidMessage;
  /** The conversation it was written in; null where none was open yet. */
  conversation: string | null;
  /** Milliseconds since 1970; also the order of sending. */
  at: number;
  /** What the transcript shows of the files until the entry comes. */
  files: EntryFile[];
  /** The server will not take it as it is; it waits for the person. */
  failed?: NotSentReason;
}

export interface Outbox {
  /** All that is on its way or failed, oldest first. */
  all(): Outgoing[];
  /** The message to be sent now: the oldest that has not failed. */
  next(): Outgoing | null;
  /** Puts it after all that is there: of two said in the same moment the second is sent second. */
  add(outgoing: Outgoing): void;
  fail(id: string, reason: NotSentReason): void;
  /** Puts a failed message in line again, under the same id. */
  again(id: string): void;
  remove(id: string): void;
}

/**
 * One key a message, so that two tabs never overwrite each other's words. What another tab puts in is
 * seen at the next reading; sending it from both is harmless, since the id is the same.
 */
export function outboxIn(keep: Keep, prefix = 'parley:out:'): Outbox {
  const read = (key: string): Outgoing | null => {
    try {
      const value = JSON.parse(keep.read(key) ?? 'null') as Outgoing | null;
      return typeof value?.message.text === 'string' ? value : null;
    } catch {
      return null;
    }
  };
  const change = (id: string, how: (outgoing: Outgoing) => Outgoing) => {
    const outgoing = read(prefix + id);
    if (outgoing) keep.write(prefix + id, JSON.stringify(how(outgoing)));
  };
  const all = () =>
    keep
      .keys(prefix)
      .map(read)
      .filter(outgoing => outgoing !== null)
      .sort((a, b) => a.at - b.at || (a.message.id < b.message.id ? -1 : 1));
  return {
    all,
    next: () => all().find(outgoing => outgoing.failed === undefined) ?? null,
    add(outgoing) {
      const latest = all().at(-1)?.at ?? 0;
      const placed = { ...outgoing, at: Math.max(outgoing.at, latest + 1) };
      keep.write(prefix + outgoing.message.id, JSON.stringify(placed));
    },
    fail: (id, reason) => change(id, outgoing => ({ ...outgoing, failed: reason })),
    again: id => change(id, ({ message, conversation, at, files }) => ({ message, conversation, at, files })),
    remove: id => keep.remove(prefix + id),
  };
}

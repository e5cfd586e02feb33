import type { Entry } from '../../src/protocol/entry.ts';

/** What one person remembers of a conversation: what they sent, what they were shown, and what was wrong with it. */
export interface Memoir {
  conversation: string;
  /** Ids of messages in the order of sending. */
  sent: string[];
  /** Ids of messages that came back as entries: what the person was shown as saved. */
  acknowledged: Set<string>;
  /** Ids of messages that were answered. */
  answered: Set<string>;
  /** What was shown at each version, in short. */
  shown: Map<number, string>;
  /** Numbers of the cases that were filed, as they were shown. */
  cases: string[];
  /** What should never be seen: an entry twice over one socket, out of order, or other than it was. */
  faults: string[];
}

export const newMemoir = (conversation: string): Memoir => ({
  conversation,
  sent: [],
  acknowledged: new Set(),
  answered: new Set(),
  shown: new Map(),
  cases: [],
  faults: [],
});

/** An entry in short, as far as it must be the same whenever it is shown. */
export const inShort = (entry: Entry): string =>
  JSON.stringify([
    entry.from,
    entry.message ?? null,
    entry.text ?? entry.wants ?? entry.notice ?? null,
    entry.name ?? null,
    entry.replies?.map(one => one.text),
  ]);

/**
 * Takes in entries that arrived over one socket.
 * @param last the version that socket had come to before
 * @returns the version it has come to now
 */
export function remember(memoir: Memoir, entries: Entry[], last: number): number {
  let reached = last;
  for (const entry of entries) {
    const { version, message } = entry;
    if (version <= reached) memoir.faults.push(`version ${version} came after ${reached}`);
    const before = memoir.shown.get(version);
    if (before !== undefined && before !== inShort(entry))
      memoir.faults.push(`version ${version} has changed`);
    reached = Math.max(reached, version);
    memoir.shown.set(version, inShort(entry));
    if (message !== undefined) (entry.from === 'user' ? memoir.acknowledged : memoir.answered).add(message);
    for (const reply of entry.replies ?? [])
      if (reply.card?.kind === 'case' && !memoir.cases.includes(reply.card.number))
        memoir.cases.push(reply.card.number);
  }
  return reached;
}

import type { Entry } from '../../protocol/entry.ts';
import type { Outgoing } from './outbox.ts';

/** Both lists in one, by version, each version once. */
export function mergeEntries(known: Entry[], incoming: Entry[]): Entry[] {
  const byVersion = new Map(known.map(entry => [entry.version, entry]));
  for (const entry of incoming) byVersion.set(entry.version, entry);
  return [...byVersion.values()].sort((a, b) => a.version - b.version);
}

/** Client ids of the messages that have reached the conversation. */
export const deliveredIn = (entries: Entry[]): string[] =>
  entries.flatMap(entry => (entry.from === 'user' && entry.message !== undefined ? [entry.message] : []));

/** Version of the bot's latest word, or null once the person has said something after it. */
export function openEntry(entries: Entry[], outgoing: Outgoing[]): number | null {
  const last = entries.at(-1);
  const isAnswered = outgoing.some(one => one.failed === undefined);
  return last?.from === 'bot' && !isAnswered ? last.version : null;
}

/** Files the conversation holds so far. */
export const filesIn = (entries: Entry[]): number =>
  entries.reduce((sum, entry) => sum + (entry.files?.length ?? 0), 0);

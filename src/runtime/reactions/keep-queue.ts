import type { Store, StoredEvent } from '../../stores/store.ts';
import { caseRow, conversationRow } from '../queue-rows.ts';
import { CASE } from '../streams.ts';
import type { ReactionTools } from './reaction.ts';

/** Keeps the row of a case, or of a conversation in which somebody asked for a person, as its stream says. */
export const keepQueue = async ({ stream }: StoredEvent, { store }: ReactionTools): Promise<void> => {
  await writeRow(store, stream);
};

/** Writes the row of a stream anew, or takes it away where the stream gives none. True where there is one. */
export async function writeRow(store: Store, stream: string): Promise<boolean> {
  const events = await store.read(stream);
  const row = stream.startsWith(CASE) ? caseRow(stream, events) : conversationRow(stream, events);
  if (row) await store.queue.put(row);
  else await store.queue.remove(stream);
  return row !== null;
}

import type { Store } from '../../stores/store.ts';
import { writeRow } from '../reactions/keep-queue.ts';
import { CASES, HANDOFFS } from '../queue-rows.ts';
import { streamNames } from '../../stores/stream-names.ts';
import { CASE, CONVERSATION } from '../streams.ts';

const PAGE = 500;

/** Makes every row of the queues anew from the streams, and takes away those that have none any more. */
export async function reindex(store: Store): Promise<string> {
  const rows = { [CASE]: 0, [CONVERSATION]: 0 };
  for (const prefix of [CASE, CONVERSATION] as const) {
    for await (const stream of streamNames(store, prefix)) if (await writeRow(store, stream)) rows[prefix]++;
  }
  for (const queue of [CASES, HANDOFFS]) {
    for await (const stream of queuedIn(store, queue)) {
      if ((await store.read(stream)).length === 0) await store.queue.remove(stream);
    }
  }
  return `${rows[CASE]} case(s), ${rows[CONVERSATION]} conversation(s) in which a person was asked for`;
}

async function* queuedIn(store: Store, queue: string): AsyncGenerator<string> {
  for (let cursor: string | null = null; ; ) {
    const page = await store.queue.list({ queue, order: 'oldest', cursor, limit: PAGE });
    for (const { stream } of page.rows) yield stream;
    if (page.cursor === null) return;
    ({ cursor } = page);
  }
}

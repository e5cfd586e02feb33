import type { Calendar } from '../../core/calendar/calendar.ts';
import { streamNames } from '../../stores/stream-names.ts';
import type { Store } from '../../stores/store.ts';
import { CASES, DESKS } from '../queue-rows.ts';
import { writeCaseRow, writeDeskRow } from '../reactions/keep-queue.ts';
import { markAnew } from '../search/mark-words.ts';
import { CASE, CONVERSATION } from '../streams.ts';

const PAGE = 500;

/**
 * Makes every row of the queues, and the marks by which conversations are found, anew from the streams; takes away rows
 * that have none any more.
 */
export async function reindex(store: Store, calendar: Calendar): Promise<string> {
  let [cases, shared] = [0, 0];
  for await (const stream of streamNames(store, CASE))
    if (await writeCaseRow(store, calendar, stream)) cases++;
  for await (const stream of streamNames(store, CONVERSATION)) {
    const conversation = stream.slice(CONVERSATION.length);
    if (await writeDeskRow(store, calendar, conversation)) shared++;
    await markAnew(store, conversation);
  }
  for (const queue of [CASES, DESKS]) {
    for await (const stream of queuedIn(store, queue)) {
      if ((await store.read(stream)).length === 0) await store.queue.remove(stream);
    }
  }
  return `${cases} case(s), ${shared} conversation(s) that a mediator may see`;
}

async function* queuedIn(store: Store, queue: string): AsyncGenerator<string> {
  for (let cursor: string | null = null; ; ) {
    const page = await store.queue.list({ queue, order: 'oldest', cursor, limit: PAGE });
    for (const { stream } of page.rows) yield stream;
    if (page.cursor === null) return;
    ({ cursor } = page);
  }
}

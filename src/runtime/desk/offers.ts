import type { Desk, Done, InboxRow, Offers } from '../../console/desk.ts';
import type { Mediator } from '../../core/conversation/events.ts';
import { LIVE } from '../queue-rows.ts';
import { conversationStream, DESK, deskStream } from '../streams.ts';
import { carryOut, causeOf } from './carry-out.ts';
import { commandDesk } from './command-desk.ts';
import { type RowReader, rowOf } from './inbox-rows.ts';
import { loadDesk } from './load-desk.ts';
import { readShared } from './read-desk.ts';

/** Who has passed something on is not asked for it again for so many milliseconds, unless it is anybody's. */
const DECLINE_LASTS = 5 * 60_000;
/** More than anybody can talk with at once. */
const MOST = 100;

/** What a mediator is asked to join, and passing it on. */
export function offers(reader: RowReader, inTurn: boolean): Pick<Desk, 'offers' | 'decline'> {
  const { store, clock } = reader;

  async function offersTo({ id }: Mediator): Promise<Offers> {
    const page = await store.queue.list({
      queue: LIVE,
      order: 'oldest',
      mediator: id,
      cursor: null,
      limit: MOST,
    });
    const streams = page.rows
      .filter(({ status }) => status !== 'talking')
      .map(({ stream }) => conversationStream(stream.slice(DESK.length)));
    const found = await Promise.all(streams.map(stream => store.queue.get(stream)));
    const rows = await Promise.all(found.flatMap(row => (row ? [rowOf(reader, row)] : [])));
    const mine = rows.filter((row): row is InboxRow => row?.offer?.mediator === id);
    return { at: clock.now(), inTurn, rows: mine };
  }

  async function decline(
    conversation: string,
    { id, by }: { id: string; by: Mediator },
  ): Promise<Done<'not-offered'>> {
    const cause = causeOf('decline', by, id);
    return carryOut(store, { stream: deskStream(conversation), cause }, async () => {
      await readShared(store, conversation);
      const now = clock.now();
      const until = new Date(Date.parse(now) + DECLINE_LASTS).toISOString();
      const command = { command: 'decline', by, now, until } as const;
      const events = await commandDesk(store, { conversation, cause, at: now, command });
      const { version } = await loadDesk(store, conversation);
      return events.length > 0 ? { done: true, version } : { done: false, refused: 'not-offered', version };
    });
  }

  return { offers: offersTo, decline };
}

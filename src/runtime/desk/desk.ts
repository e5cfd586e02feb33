import { UnknownConversation } from '../../channels/channel.ts';
import type { Desk, Done, TalkOrder } from '../../console/desk.ts';
import type { Calendar } from '../../core/calendar/calendar.ts';
import { type Standing, STANDINGS } from '../../core/desk/standing.ts';
import type { Mind } from '../../core/dialogue/mind.ts';
import { type Command, type CommandRefusal, takeCommand } from '../../core/dialogue/take-command.ts';
import type { Store } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import type { ConversationWriter } from '../conversation-writer.ts';
import type { Feed } from '../feed.ts';
import { DESKS } from '../queue-rows.ts';
import type { Outbox } from '../reactions/outbox.ts';
import { searchDesk } from '../search/search-desk.ts';
import type { WordIndex } from '../search/word-index.ts';
import { caseStream, conversationStream, deskStream } from '../streams.ts';
import { carryOut, causeOf } from './carry-out.ts';
import { changeDeadline, changeStatus } from './change-case.ts';
import { commandDesk } from './command-desk.ts';
import { deskPage } from './desk-page.ts';
import { inboxPage, SHOWN } from './inbox-page.ts';
import { loadDesk } from './load-desk.ts';
import { noteLook } from './note-look.ts';
import { offers } from './offers.ts';
import { rowReader } from './inbox-rows.ts';
import { historyOf, itemOf, readShared } from './read-desk.ts';
import { rowFilter } from './row-filter.ts';

export interface DeskParts {
  store: Store;
  mind: Mind;
  clock: Clock;
  calendar: Calendar;
  writer: ConversationWriter;
  outbox: Outbox;
  feed: Feed;
  /** By which conversations are found. */
  index: WordIndex;
  /** In which it is today for all who work here. */
  zone: string;
  /** Whether those who wait are offered in turn. */
  offersInTurn: boolean;
  /** How many talks each mediator is in now, by staff id. */
  loads(): Promise<ReadonlyMap<string, number>>;
}

/** Beyond so many of one's own, counting them all helps nobody. */
const MOST_COUNTED = 500;

/** Where those who work on conversations do so. */
export function desk({
  store,
  mind,
  clock,
  calendar,
  zone,
  writer,
  outbox,
  feed,
  index,
  offersInTurn,
  loads,
}: DeskParts): Desk {
  const reader = rowReader({ store, knowledge: mind.knowledge, clock, calendar });

  async function talk(conversation: string, order: TalkOrder): Promise<Done<CommandRefusal>> {
    const command = commandOf(order);
    const cause = causeOf('order', order.by, order.id);
    return carryOut(store, { stream: conversationStream(conversation), cause }, async () => {
      let refused: CommandRefusal | null = null;
      await writer.order(conversation, cause, async state => {
        if (state.sharedWith === null) throw new UnknownConversation('no conversation that staff may see');
        const decision = takeCommand(state, command, mind, await writer.moment(state));
        refused = 'refused' in decision ? decision.refused : null;
        return 'events' in decision ? decision.events : [];
      });
      const { version } = await writer.known(conversation);
      return refused === null ? { done: true, version } : { done: false, refused, version };
    });
  }

  return {
    inbox(query) {
      index.warm();
      return inboxPage(reader, query, rowFilter(query, zone, clock.now()));
    },
    search: query => searchDesk(reader, index, query, rowFilter(query, zone, clock.now())),
    ...offers(reader, offersInTurn),
    async counts(by) {
      const found = await store.queue.counts(DESKS);
      const mine = await deskPage(store, {
        standings: SHOWN.mine,
        mediator: by.id,
        cursor: null,
        limit: MOST_COUNTED,
      });
      const all = Object.fromEntries(STANDINGS.map(one => [one, found[one] ?? 0])) as Record<
        Standing,
        number
      >;
      return { ...all, mine: mine.rows.length };
    },
    async holder(conversation) {
      const row = await store.queue.get(conversationStream(conversation));
      if (!row) return null;
      const live = row.mediator === null ? null : await store.queue.get(deskStream(conversation));
      return { mediator: row.mediator, asked: live?.mediator ?? null };
    },
    follow: (conversation, after, listener, gone) =>
      feed.follow(conversationStream(conversation), after, listener, gone),
    async followDesk(conversation, listener) {
      const { state } = await readShared(store, conversation);
      const streams = new Set([
        deskStream(conversation),
        ...state.filed.map(({ number }) => caseStream(number)),
      ]);
      return store.watch(notice => {
        if (notice === null || ('stream' in notice && streams.has(notice.stream))) listener();
      });
    },
    events: (conversation, after) => store.read(conversationStream(conversation), after),
    loads,
    item: conversation => itemOf(reader, conversation),
    history: conversation => historyOf(store, conversation),
    talk,

    async note(conversation, { id, text, by }) {
      await readShared(store, conversation);
      const command = { command: 'note', note: id, text, by } as const;
      const cause = causeOf('note', by, id);
      await commandDesk(store, { conversation, cause, at: clock.now(), command });
    },

    assign(conversation, { id, mediator, by, version }) {
      const cause = causeOf('assign', by, id);
      return carryOut(store, { stream: deskStream(conversation), cause }, async () => {
        await readShared(store, conversation);
        const command = { command: 'assign', mediator, how: 'by-hand', by } as const;
        await commandDesk(store, { conversation, cause, at: clock.now(), command, seen: version });
        outbox.wake();
        return { done: true, version: (await loadDesk(store, conversation)).version };
      });
    },

    async changeStatus(number, change) {
      const done = await changeStatus(store, clock.now(), number, change);
      outbox.wake();
      return done;
    },

    async changeDeadline(number, change) {
      const done = await changeDeadline(store, clock.now(), number, change);
      outbox.wake();
      return done;
    },

    async carriedOut(conversation, { kind, by, id, number }) {
      const ofDesk = kind === 'order' ? conversationStream(conversation) : deskStream(conversation);
      const stream = number === null ? ofDesk : caseStream(number);
      const stored = await store.readCause(stream, causeOf(kind, by, id));
      return stored.at(-1)?.version ?? null;
    },

    looked: (conversation, look) => noteLook({ store, clock }, conversation, look),
  };
}

function commandOf({ id, by, ...order }: TalkOrder): Command {
  return order.command === 'say'
    ? { ...order, mediator: by, message: `${by.id}:${id}` }
    : { ...order, mediator: by };
}

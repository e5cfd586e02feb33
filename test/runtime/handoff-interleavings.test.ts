import fc from 'fast-check';
import { setImmediate as turnOfLoop, setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import type { TalkOrder } from '../../src/console/desk.ts';
import type { ConversationEvent } from '../../src/core/conversation/events.ts';
import { conversationOf } from '../../src/core/conversation/evolve.ts';
import type { StoredEvent } from '../../src/stores/store.ts';
import { running } from '../support/running.ts';
import { memoryStore } from '../support/stores.ts';

const RUNS = 2_000;
/** Enough of them for everything to come to rest; what has not by then is missing. */
const LOOKS = 2_000;

const store = memoryStore();
/** Two processes over one store; a request for a person is due at once, so that the timer is one more who races. */
const [first, second] = [running(store), running(store)];
const processes = [first, second];
afterAll(() => Promise.all(processes.map(one => one.stop())));

const texts = [
  '转人工',
  '不等了',
  '淘宝买的鞋299元，商家不退款',
  '支付宝可以打12378协商吗',
  '299块',
  '我不想活了',
  '好',
];
const presses = ['type:trade', 'handoff:yes', 'handoff:no', 'handoff:wait', 'act:stop-waiting', 'rating:5'];
const orders = [
  { command: 'accept', instead: false },
  { command: 'accept', instead: true },
  { command: 'return' },
  { command: 'close' },
  { command: 'say', text: '您好' },
  { command: 'ask-slot', slot: 'amount' },
  { command: 'ask-file', what: '付款截图', element: null },
  { command: 'insert-answer', faq: '12378-alipay' },
] as const;

const action = fc.oneof(
  { weight: 3, arbitrary: fc.record({ text: fc.constantFrom(...texts) }) },
  { weight: 3, arbitrary: fc.record({ press: fc.constantFrom(...presses) }) },
  { weight: 4, arbitrary: fc.record({ by: fc.constantFrom('王', '李'), order: fc.constantFrom(...orders) }) },
);
/** What is done, by which process, and after how many turns of the event loop: 0 for at the same time. */
const step = fc.record({ action, process: fc.nat({ max: 1 }), turns: fc.constantFrom(0, 0, 0, 1, 3) });
const asksAndAgrees = ['转人工', 'handoff:yes'].map((what, at) => ({
  action: at === 0 ? { text: what } : { press: what },
  process: 0,
  turns: 8,
}));
/** Most people have asked for a person when the race begins. */
const script = fc
  .tuple(fc.constantFrom([], asksAndAgrees, asksAndAgrees), fc.array(step, { minLength: 3, maxLength: 12 }))
  .map(([first, then]) => [...first, ...then]);

interface Played {
  events: StoredEvent<ConversationEvent>[];
  /** What two who look on were shown, by version. */
  shown: number[][];
  said: string[];
  done: string[];
}

async function play(steps: typeof script extends fc.Arbitrary<infer S> ? S : never): Promise<Played> {
  const { conversation } = await first.conversations.open({ language: 'zh-CN', channel: 'test' });
  const shown: number[][] = [[], []];
  const follow = processes.map(({ conversations }, at) =>
    conversations.follow(conversation, 0, events => shown[at]?.push(...events.map(one => one.version))),
  );
  const stops = await Promise.all(follow);
  const work: Promise<unknown>[] = [];
  const said: string[] = [];
  const done: string[] = [];
  for (const [at, { action: what, process, turns }] of steps.entries()) {
    for (let turn = 0; turn < turns; turn++) await turnOfLoop();
    const { conversations, desk } = process === 0 ? first : second;
    const id = `m${at}`;
    if ('order' in what) {
      const order = { id, by: { id: what.by, name: what.by }, ...what.order } as TalkOrder;
      const carriedOut = desk.talk(conversation, order).then(
        result => result.done && done.push(`${what.order.command} ${id}`),
        (error: Error) => expect(error.name).toBe('UnknownConversation'),
      );
      work.push(carriedOut);
    } else {
      said.push(id);
      const text = 'text' in what ? { text: what.text } : { text: '', choice: what.press };
      work.push(conversations.receive(conversation, { id, ...text }));
    }
  }
  await Promise.all(work);
  const events = await atRest(conversation, shown);
  for (const stop of stops) stop();
  return { events, shown, said, done };
}

/** All that happened, once the timer has told whoever still waits, and those who look on have seen it. */
async function atRest(conversation: string, shown: number[][]): Promise<StoredEvent<ConversationEvent>[]> {
  for (let look = 0; ; look++) {
    const events = (await store.read(`conversation-${conversation}`)) as StoredEvent<ConversationEvent>[];
    const { handoff } = conversationOf(events.map(one => one.event));
    const waits = handoff.state === 'requested' && !handoff.isUnanswered;
    const isSeen = shown.every(seen => seen.length >= events.length);
    if ((!waits && isSeen) || look > LOOKS) return events;
    await pause(2);
  }
}

/** What must hold of any conversation, told event by event. */
function checkTalk({ events, shown, said, done }: Played): void {
  let present: string | null = null;
  let waiting: string | null = null;
  let shared = false;
  const told = new Set<string>();
  for (const [at, { event, version }] of events.entries()) {
    expect(version).toBe(at + 1);
    switch (event.type) {
      case 'BotReplied':
        // Only what a mediator had it say, which answers no message.
        if (present !== null) expect(event.message).toBeNull();
        break;
      case 'HandoffRequested':
        expect([present, waiting]).toEqual([null, null]);
        [waiting, shared] = [event.request, true];
        break;
      case 'HandoffCancelled':
        expect(waiting).not.toBeNull();
        waiting = null;
        break;
      case 'HandoffUnanswered':
        expect(waiting).toBe(event.request);
        expect(told.has(event.request)).toBe(false);
        told.add(event.request);
        break;
      case 'HandoffAccepted':
        expect(shared).toBe(true);
        expect(present).not.toBe(event.mediator.id);
        [present, waiting] = [event.mediator.id, null];
        break;
      case 'HandoffEnded':
      case 'MediatorSaid':
      case 'SlotRequested':
      case 'FileRequested':
        expect(present).toBe(event.mediator.id);
        if (event.type === 'HandoffEnded') present = null;
        break;
      default:
    }
  }
  const stored = events.flatMap(({ event }) => (event.type === 'UserSaid' ? [event.message] : []));
  expect(stored.toSorted()).toEqual(said.toSorted());
  expect(waiting === null || told.has(waiting)).toBe(true);
  for (const seen of shown) expect(seen).toEqual(events.map(one => one.version));
  const spoken = events.filter(({ event }) => event.type === 'MediatorSaid').length;
  expect(spoken).toBe(done.filter(one => one.startsWith('say')).length);
}

test(`in ${RUNS} interleavings the bot never speaks over a mediator, and nothing is lost or shown twice`, async () => {
  let accepted = 0;
  let unanswered = 0;
  const property = fc.asyncProperty(script, async steps => {
    const played = await play(steps);
    checkTalk(played);
    accepted += played.events.filter(({ event }) => event.type === 'HandoffAccepted').length;
    unanswered += played.events.filter(({ event }) => event.type === 'HandoffUnanswered').length;
  });
  await fc.assert(property, { numRuns: RUNS });
  expect(accepted).toBeGreaterThan(RUNS / 20);
  expect(unanswered).toBeGreaterThan(RUNS / 100);
}, 600_000);

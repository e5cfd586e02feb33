import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turnOfLoop, setTimeout as pause } from 'node:timers/promises';
import type { TalkOrder } from '../../../src/console/desk.ts';
import type { ConversationEvent } from '../../../src/core/conversation/events.ts';
import type { Store, StoredEvent } from '../../../src/stores/store.ts';
import { memoryStore } from '../../support/stores.ts';
import { talkFaults, untoldRequests } from '../../support/talk-faults.ts';
import { Onlooker } from './onlooker.ts';
import { MortalProcess } from './mortal-process.ts';

/** Looks, each after a moment, until everything has come to rest; what has not by then is missing. */
const LOOKS = 3_000;

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
const failures = ['die', 'look-away'] as const;

const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ text: fc.constantFrom(...texts) }) },
  { weight: 6, arbitrary: fc.record({ press: fc.constantFrom(...presses) }) },
  { weight: 8, arbitrary: fc.record({ by: fc.constantFrom('王', '李'), order: fc.constantFrom(...orders) }) },
  { weight: 1, arbitrary: fc.record({ failure: fc.constantFrom(...failures) }) },
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
type Script = typeof script extends fc.Arbitrary<infer S> ? S : never;

/** What happened in all interleavings together. */
export interface InterleavingCounts {
  runs: number;
  accepted: number;
  unanswered: number;
  deaths: number;
}

/**
 * Two processes over one store, of which either may die, a person, two mediators and the timer of a request, which is
 * due at once: whatever they do, and whenever, no talk is left other than it may be.
 * @param played told after each how many there were
 * @throws with the smallest script that goes wrong, and the seed that leads to it
 */
export async function interleavings(
  runs: number,
  seed: number,
  played: (count: number) => void = () => {},
): Promise<InterleavingCounts> {
  const store = memoryStore();
  const folder = mkdtempSync(join(tmpdir(), 'parley-interleavings-'));
  const processes = [0, 1].map(() => new MortalProcess(store, join(folder, 'jobs.db')));
  const counts = { runs, accepted: 0, unanswered: 0, deaths: 0 };
  let count = 0;
  try {
    await fc.assert(
      fc.asyncProperty(script, async steps => {
        const { events, faults } = await playScript(steps, store, processes);
        played(++count);
        if (faults.length > 0) throw new Error(faults.join('\n'));
        counts.accepted += events.filter(({ event }) => event.type === 'HandoffAccepted').length;
        counts.unanswered += events.filter(({ event }) => event.type === 'HandoffUnanswered').length;
      }),
      { numRuns: runs, seed },
    );
    counts.deaths = processes.reduce((sum, one) => sum + one.deaths, 0);
    return counts;
  } finally {
    for (const one of processes) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function playScript(
  steps: Script,
  store: Store,
  processes: MortalProcess[],
): Promise<{ events: StoredEvent<ConversationEvent>[]; faults: string[] }> {
  const first = processes[0] as MortalProcess;
  const { conversation } = await first.ask(one =>
    one.conversations.open({ language: 'zh-CN', channel: 'test' }),
  );
  const onlookers = await Promise.all(processes.map(one => Onlooker.of(one, conversation)));
  const work: Promise<unknown>[] = [];
  const said: string[] = [];
  let spoken = 0;
  for (const [at, { action: what, process, turns }] of steps.entries()) {
    for (let turn = 0; turn < turns; turn++) await turnOfLoop();
    const where = processes[process] as MortalProcess;
    const id = `m${at}`;
    if ('failure' in what) {
      if (what.failure === 'die') where.die();
      else onlookers[process]?.lookAway();
    } else if ('order' in what) {
      const order = { id, by: { id: what.by, name: what.by }, ...what.order } as TalkOrder;
      const done = where
        .ask(({ desk }) => desk.talk(conversation, order))
        .then(({ done }) => void (done && order.command === 'say' && spoken++), unlessUnknown);
      work.push(done);
    } else {
      said.push(id);
      const message = 'text' in what ? { text: what.text } : { text: '', choice: what.press };
      work.push(where.ask(({ conversations }) => conversations.receive(conversation, { id, ...message })));
    }
  }
  await Promise.all(work);
  const events = await atRest(store, conversation, onlookers);
  for (const onlooker of onlookers) onlooker.stop();
  return { events, faults: faultsOf(events, onlookers, said, spoken) };
}

/** All that happened, once the timer has told whoever still waits, and those who look on have seen it. */
async function atRest(
  store: Store,
  conversation: string,
  onlookers: Onlooker[],
): Promise<StoredEvent<ConversationEvent>[]> {
  for (let look = 0; ; look++) {
    const events = (await store.read(`conversation-${conversation}`)) as StoredEvent<ConversationEvent>[];
    const isSeen = onlookers.every(({ seen }) => seen.length >= events.length);
    if ((untoldRequests(events).length === 0 && isSeen) || look > LOOKS) return events;
    await pause(2);
  }
}

function faultsOf(
  events: StoredEvent<ConversationEvent>[],
  onlookers: Onlooker[],
  said: string[],
  spoken: number,
): string[] {
  const all = events.map(one => one.version).join();
  const stored = events.flatMap(({ event }) => (event.type === 'UserSaid' ? [event.message] : []));
  const words = events.filter(({ event }) => event.type === 'MediatorSaid').length;
  return [
    ...talkFaults(events).map(({ kind, what }) => `${kind}: ${what}`),
    ...untoldRequests(events).map(request => `nobody was told that ${request} is not answered`),
    ...(stored.toSorted().join() === said.toSorted().join()
      ? []
      : [`said ${said.join()}, stored ${stored.join()}`]),
    ...(words === spoken ? [] : [`${spoken} words of mediators were carried out, and ${words} are stored`]),
    ...onlookers.flatMap(({ seen }) =>
      seen.join() === all ? [] : [`of ${all} there was shown ${seen.join()}`],
    ),
  ];
}

/** A mediator who orders something before anybody has agreed finds nothing there. */
function unlessUnknown(error: Error): void {
  if (error.name !== 'UnknownConversation') throw error;
}

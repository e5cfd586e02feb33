import type { ConversationEvent } from '../../../src/core/conversation/events.ts';
import { conversationOf } from '../../../src/core/conversation/evolve.ts';
import { entriesOf, filesIn } from '../../../src/protocol/entries-of.ts';
import type { Store, StoredEvent } from '../../../src/stores/store.ts';
import { talkFaults, untoldRequests } from '../../support/talk-faults.ts';
import { inShort, type Memoir } from '../memoir.ts';
import type { Order } from './tortured-mediator.ts';

/** What was counted, and how often each thing was found that must never be. */
export interface HandoffFindings {
  /** Conversations: each is one interleaving of a person, the mediators, the timer and the kills. */
  talks: number;
  messages: number;
  orders: number;
  accepted: number;
  takenOver: number;
  timersFired: number;
  botOverMediator: number;
  /** Transitions that are stored other than they may follow on each other, or shown other than once. */
  transitionsWrong: number;
  /** Orders of a mediator who was not there, and talks that two take to be theirs. */
  twoMediators: number;
  timersMissed: number;
  /** Timers that fired before their time, or twice. */
  timersWrong: number;
  lost: number;
  doubled: number;
  outOfOrder: number;
  misshown: number;
  /** What was found, in words; at most a few. */
  remarks: string[];
}

export const FAULTS = [
  'botOverMediator',
  'transitionsWrong',
  'twoMediators',
  'timersMissed',
  'timersWrong',
  'lost',
  'doubled',
  'outOfOrder',
  'misshown',
] as const;
export type Fault = (typeof FAULTS)[number];

export const handoffFaultsIn = (findings: HandoffFindings): number =>
  FAULTS.reduce((sum, fault) => sum + findings[fault], 0);

/** What a mediator remembers of the whole time. */
export interface Testimony {
  id: string;
  memoirs: Memoir[];
  orders: Order[];
  /** Where this mediator takes themselves to be the one who is there, all that is stored having been shown. */
  believesToHold: string | null;
}

/** So often each fault is described; of a thousand alike the rest says nothing more. */
const MOST_REMARKS = 10;

/**
 * Compares what people and mediators were shown and answered with what is stored.
 * @param acceptWithinMs of the servers
 */
export async function handoffInquest(
  people: Memoir[],
  mediators: Testimony[],
  store: Store,
  acceptWithinMs: number,
): Promise<HandoffFindings> {
  const findings: HandoffFindings = {
    ...{
      talks: people.length,
      messages: 0,
      orders: 0,
      accepted: 0,
      takenOver: 0,
      timersFired: 0,
      remarks: [],
    },
    ...(Object.fromEntries(FAULTS.map(fault => [fault, 0])) as Record<Fault, number>),
  };
  const shownOf = Map.groupBy([...people, ...mediators.flatMap(one => one.memoirs)], one => one.conversation);
  const given = mediators.flatMap(({ id, orders }) => orders.map(order => ({ by: id, ...order })));
  const ordersOf = Map.groupBy(given, one => one.conversation);
  for (const person of people) {
    const { conversation } = person;
    const stored = await store.read(`conversation-${conversation}`);
    const events = stored as StoredEvent<ConversationEvent>[];
    const find = (fault: Fault, what: string): void => {
      findings[fault]++;
      if (findings[fault] <= MOST_REMARKS) findings.remarks.push(`${conversation}: ${fault}: ${what}`);
    };
    count(events, findings);
    for (const { kind, what } of talkFaults(events)) find(FAULT_OF[kind], what);
    judgeTimers(events, acceptWithinMs, find);
    judgeMessages(person, events, find);
    for (const memoir of shownOf.get(conversation) ?? []) judgeShown(memoir, events, find);
    judgeOrders(ordersOf.get(conversation) ?? [], events, find);
    judgeBelief(mediators, conversation, events, find);
  }
  return { ...findings, orders: given.length };
}

type Find = (fault: Fault, what: string) => void;
type Stored = StoredEvent<ConversationEvent>[];

const FAULT_OF = {
  'bot-over-mediator': 'botOverMediator',
  'two-mediators': 'twoMediators',
  transition: 'transitionsWrong',
  timer: 'timersWrong',
} as const satisfies Record<string, Fault>;

function count(events: Stored, findings: HandoffFindings): void {
  let isPresent = false;
  for (const { event } of events) {
    if (event.type === 'UserSaid' || event.type === 'MediatorSaid') findings.messages++;
    if (event.type === 'HandoffUnanswered') findings.timersFired++;
    if (event.type === 'HandoffEnded') isPresent = false;
    if (event.type !== 'HandoffAccepted') continue;
    findings.accepted++;
    if (isPresent) findings.takenOver++;
    isPresent = true;
  }
}

function judgeTimers(events: Stored, acceptWithinMs: number, find: Find): void {
  for (const request of untoldRequests(events)) find('timersMissed', `${request} was never told`);
  const asked = new Map<string, string>();
  for (const { event, at } of events) {
    if (event.type === 'HandoffRequested') asked.set(event.request, at);
    if (event.type !== 'HandoffUnanswered') continue;
    const waited = Date.parse(at) - Date.parse(asked.get(event.request) ?? at);
    if (waited < acceptWithinMs) find('timersWrong', `${event.request} was told after ${waited} ms`);
  }
}

function judgeMessages({ sent, acknowledged, answered }: Memoir, events: Stored, find: Find): void {
  const said = events.flatMap(({ event }) => (event.type === 'UserSaid' ? [event.message] : []));
  const replied = new Set(
    events.flatMap(({ event }) => (event.type === 'BotReplied' ? [event.message] : [])),
  );
  for (const id of acknowledged) if (!said.includes(id)) find('lost', `${id} was shown as saved`);
  for (const id of answered) if (!replied.has(id)) find('lost', `the answer to ${id} was shown`);
  const places = said.map(id => sent.indexOf(id));
  if (new Set(said).size < said.length) find('doubled', `said twice: ${said.join(' ')}`);
  else if (places.some((place, at) => at > 0 && place <= (places[at - 1] ?? -1)))
    find('outOfOrder', said.join(' '));
}

/** All up to the last that was shown has been shown, as it is stored. */
function judgeShown({ shown, faults }: Memoir, events: Stored, find: Find): void {
  const expected = entriesOf(events, new Map(filesIn(events)));
  const last = Math.max(0, ...shown.keys());
  for (const fault of faults) find('misshown', fault);
  for (const entry of expected) {
    const is = shown.get(entry.version);
    if (is === inShort(entry) || (is === undefined && entry.version > last)) continue;
    const isTransition = entry.notice !== undefined && entry.notice !== 'asks';
    find(
      isTransition ? 'transitionsWrong' : 'misshown',
      `version ${entry.version} was shown as ${is ?? 'nothing'}`,
    );
  }
  const versions = new Set(expected.map(({ version }) => version));
  for (const version of shown.keys())
    if (!versions.has(version)) find('misshown', `${version} was never stored`);
}

/** What was answered as done is stored once; what was refused is not stored. */
function judgeOrders(orders: (Order & { by: string })[], events: Stored, find: Find): void {
  for (const order of orders) {
    const caused = events.filter(({ cause }) => cause === `order:${order.by}:${order.id}`);
    const what = `${order.path} ${order.id} was answered ${order.answered}`;
    if (order.answered !== 'done' && caused.length > 0) find('doubled', `${what}, and is stored`);
    if (order.answered !== 'done' || caused.length > 0) continue;
    // Whoever accepts what is theirs already changes nothing.
    const wasMine = order.path === 'accept' && wasHeldBy(events, order.by, order.version ?? 0);
    if (!wasMine) find(order.path === 'accept' ? 'twoMediators' : 'lost', `${what}, and is not stored`);
  }
  const spoken = events.flatMap(({ event }) => (event.type === 'MediatorSaid' ? [event.message] : []));
  if (new Set(spoken).size < spoken.length) find('doubled', `a mediator's word twice: ${spoken.join(' ')}`);
}

const wasHeldBy = (events: Stored, id: string, upTo: number): boolean =>
  events.some(
    ({ event, version }) => event.type === 'HandoffAccepted' && event.mediator.id === id && version <= upTo,
  );

function judgeBelief(mediators: Testimony[], conversation: string, events: Stored, find: Find): void {
  const believing = mediators.filter(one => one.believesToHold === conversation);
  const { handoff } = conversationOf(events.map(({ event }) => event));
  const holder = handoff.state === 'mediator' ? handoff.mediator.id : null;
  for (const { id } of believing)
    if (id !== holder) find('twoMediators', `${id} believes to be there, and it is ${holder ?? 'nobody'}`);
}

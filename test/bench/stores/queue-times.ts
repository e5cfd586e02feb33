import { caseStream } from '../../../src/runtime/streams.ts';
import type { Queue, QueueQuery, QueueRow } from '../../../src/stores/ledger.ts';
import { microseconds } from '../measure/microseconds.ts';

const CALLS = 50;
const PAGE = 50;
/** Rows that are written, or passed over on the way to the middle, at the same time. */
const AT_A_TIME = 1_000;
const QUEUE = 'case';
const STATUSES = ['filed', 'taken', 'waiting', 'closed'];
const TYPES = ['shop-dispute', 'debt', 'refund', 'complaint', 'telecom'];
const MEDIATORS = 12;
const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2026, 0, 1);

const day = (number: number): string => new Date(FIRST + number * DAY_MS).toISOString().slice(0, 10);

/** A case as the queue knows it; a third of them nobody has taken, and every fifth has no deadline. */
const caseAt = (index: number): QueueRow => ({
  stream: caseStream(`case-${index}`),
  queue: QUEUE,
  version: 1,
  status: STATUSES[index % STATUSES.length] ?? 'filed',
  type: TYPES[(index * 7) % TYPES.length] ?? null,
  mediator: index % 3 === 0 ? null : `mediator-${index % MEDIATORS}`,
  deadline: index % 5 === 0 ? null : day((index * 31) % 365),
  since: new Date(FIRST + index * 60_000).toISOString(),
});

export async function fillQueue(queue: Queue, count: number): Promise<void> {
  for (let start = 0; start < count; start += AT_A_TIME)
    await Promise.all(
      Array.from({ length: Math.min(AT_A_TIME, count - start) }, (_, at) => queue.put(caseAt(start + at))),
    );
}

const page = (more: Partial<QueueQuery>): QueueQuery => ({
  queue: QUEUE,
  order: 'oldest',
  cursor: null,
  limit: PAGE,
  ...more,
});

/** Where the page begins that lies half way through. */
async function middle(queue: Queue, count: number): Promise<string | null> {
  let cursor: string | null = null;
  for (let passed = 0; passed < count / 2; passed += AT_A_TIME)
    ({ cursor } = await queue.list(page({ cursor, limit: Math.min(AT_A_TIME, count / 2) })));
  return cursor;
}

/** Microseconds of each way to look at a queue that `fillQueue` filled with so many cases. */
export async function queueTimes(queue: Queue, count: number): Promise<Map<string, number>> {
  const cursor = await middle(queue, count);
  const status = caseAt(0).status;
  const type = caseAt(0).type ?? '';
  const ways: [string, (at: number) => Promise<unknown>][] = [
    [`the ${PAGE} oldest`, () => queue.list(page({}))],
    [`${PAGE} from the middle on`, () => queue.list(page({ cursor }))],
    ['the newest of one status', () => queue.list(page({ order: 'newest', status }))],
    ['the most urgent of one type', () => queue.list(page({ order: 'deadline', type }))],
    ['the oldest nobody has taken', () => queue.list(page({ mediator: null }))],
    [
      "one mediator's of one status and type",
      () => queue.list(page({ mediator: 'mediator-1', status, type })),
    ],
    ['one case', at => queue.get(caseAt((at * 37) % count).stream)],
    ['how many of each status', () => queue.counts(QUEUE)],
  ];
  const times = new Map<string, number>();
  for (const [name, look] of ways) times.set(name, await microseconds(CALLS, look));
  return times;
}

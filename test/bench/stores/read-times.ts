import { CONVERSATION, conversationStream } from '../../../src/runtime/streams.ts';
import type { Store } from '../../../src/stores/store.ts';
import { microseconds } from '../measure/microseconds.ts';
import { conversationAt } from '../scale/fill-store.ts';

const CALLS = 200;
/** Of every so many conversations the last is a whole talk, see `fillStore`. */
const WHOLE_TALK = 20;
const PAGE = 100;

/** Microseconds of each way to read from a store that `fillStore` filled with so many conversations. */
export async function readTimes(store: Store, count: number): Promise<Map<string, number>> {
  const stream = (at: number): string => {
    const talk = (at * 37) % (count / WHOLE_TALK);
    return conversationStream(conversationAt((talk + 1) * WHOLE_TALK - 1));
  };
  const ways: [string, (at: number) => Promise<unknown>][] = [
    ['a whole talk', at => store.read(stream(at))],
    ['what one message brought about', at => store.readCause(stream(at), 'message:m3')],
    [`the next ${PAGE} appends of all`, at => store.readAll(0, (at * 37) % (count / store.partitions), PAGE)],
    [`${PAGE} names`, at => store.streams(CONVERSATION, stream(at), PAGE)],
  ];
  const times = new Map<string, number>();
  for (const [name, read] of ways) times.set(name, await microseconds(CALLS, read));
  return times;
}

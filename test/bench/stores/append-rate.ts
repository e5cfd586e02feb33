import type { ConversationEvent } from '../../../src/core/conversation/events.ts';
import { conversationStream } from '../../../src/runtime/streams.ts';
import type { Store } from '../../../src/stores/store.ts';
import type { BareInserts } from '../load/bare-inserts.ts';
import { moment } from '../talk-events.ts';

let talks = 0;

/** Writes whole talks, so many at the same time, and counts how many appends a second are synced to disk. */
export const appendRate = (
  store: Store,
  turns: ConversationEvent[][],
  atOnce: number,
  seconds: number,
): Promise<number> =>
  rateOfWriters(atOnce, seconds, async wrote => {
    const owner = `talk-${++talks}`;
    let expectedVersion = 0;
    for (const [at, events] of turns.entries()) {
      const stream = conversationStream(owner);
      const result = await store.append({
        stream,
        owner,
        expectedVersion,
        cause: `m${at}`,
        at: moment.now,
        events,
      });
      if (result.outcome !== 'stored') throw new Error(`an append was not stored: ${result.outcome}`);
      expectedVersion += events.length;
      if (!wrote()) return;
    }
  });

/** The same bytes with nothing done to them. */
export const bareRate = (
  inserts: BareInserts,
  sizes: number[],
  atOnce: number,
  seconds: number,
): Promise<number> =>
  rateOfWriters(atOnce, seconds, async wrote => {
    for (const size of sizes) {
      await inserts.insert(size);
      if (!wrote()) return;
    }
  });

/** @param write one talk; it tells of each append, and ends when it is told that the time is over */
async function rateOfWriters(
  atOnce: number,
  seconds: number,
  write: (wrote: () => boolean) => Promise<void>,
): Promise<number> {
  const started = performance.now();
  const until = started + seconds * 1_000;
  let count = 0;
  const wrote = (): boolean => {
    count++;
    return performance.now() < until;
  };
  const writer = async (): Promise<void> => {
    while (performance.now() < until) await write(wrote);
  };
  await Promise.all(Array.from({ length: atOnce }, writer));
  return count / ((performance.now() - started) / 1_000);
}

import { processorSeconds } from './processor.ts';

const WARM_UP_SECONDS = 1;
/** The quickest of so many windows counts: what else a machine does only ever slows a window down. */
const WINDOWS = 8;

/**
 * How often a second of one processor `work` can be done, after a warm-up.
 * @param work does it a few times, so that looking at the clock costs nothing beside it, and returns how often
 * @param seconds of a processor for all windows together
 */
export async function rateOf(work: () => number | Promise<number>, seconds: number): Promise<number> {
  await rateFor(WARM_UP_SECONDS);
  let best = 0;
  for (let window = 0; window < WINDOWS; window++) best = Math.max(best, await rateFor(seconds / WINDOWS));
  return best;

  async function rateFor(window: number): Promise<number> {
    const started = processorSeconds();
    let done = 0;
    for (;;) {
      const more = work();
      done += typeof more === 'number' ? more : await more;
      const passed = processorSeconds() - started;
      if (passed >= window) return done / passed;
    }
  }
}

/** `work` over all of `items` in a circle, so many a call. */
export function inCircle<Item>(items: Item[], atATime: number, work: (item: Item) => unknown) {
  let next = 0;
  return async (): Promise<number> => {
    for (let count = 0; count < atATime; count++, next = (next + 1) % items.length) {
      const result = work(items[next] as Item);
      if (result instanceof Promise) await result;
    }
    return atATime;
  };
}

import type { Mind } from '../../../src/core/dialogue/mind.ts';
import type { Store } from '../../../src/stores/store.ts';
import { processorSeconds } from '../measure/processor.ts';
import { runtimeOver } from '../runtime-over.ts';

/** A question that is answered alike wherever a conversation stands. */
const QUESTION = '支付宝可以打12378协商吗';

/** Milliseconds of single turns, by the clock and of a processor. */
export interface Times {
  clock: number[];
  worked: number[];
}

export interface TurnTimes {
  /** The conversation had to be read from the store. */
  cold: Times;
  /** It was used just before. */
  warm: Times;
}

export const noTimes = (): TurnTimes => ({
  cold: { clock: [], worked: [] },
  warm: { clock: [], worked: [] },
});

/**
 * Asks in each conversation twice, one turn after the other, with nothing kept in memory before, and adds how long the
 * turns took.
 * @param store newly opened; closed at the end
 * @param round makes message ids that were not used before
 */
export async function timeTurns(
  store: Store,
  mind: Mind,
  conversations: string[],
  round: number,
  times: TurnTimes,
): Promise<void> {
  const runtime = runtimeOver(store, mind);
  await runtime.settled();
  const turn = async (conversation: string, id: string, { clock, worked }: Times): Promise<void> => {
    const [started, workedBefore] = [performance.now(), processorSeconds()];
    await runtime.conversations.receive(conversation, { id, text: QUESTION });
    clock.push(performance.now() - started);
    worked.push((processorSeconds() - workedBefore) * 1_000);
  };
  for (const conversation of conversations) await turn(conversation, `cold-${round}`, times.cold);
  for (const conversation of conversations) await turn(conversation, `warm-${round}`, times.warm);
  await runtime.stop();
  await store.close();
}

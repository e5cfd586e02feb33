import type { Mind } from '../../src/core/dialogue/mind.ts';
import { takeIn } from '../../src/evidence/intake.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { type Runtime, startRuntime } from '../../src/runtime/runtime.ts';
import type { Store } from '../../src/stores/store.ts';
import { memoryEvidence } from '../support/stores.ts';
import { limits } from './talk-events.ts';

/** A Parley over a store, without server or channel. What fails in it ends the bench. */
export function runtimeOver(store: Store, mind: Mind): Runtime {
  const evidence = memoryEvidence(store);
  return startRuntime({
    store,
    mind,
    clock: systemClock,
    evidence,
    intake: (file, taken) => takeIn(file, limits, taken, evidence, () => 'file'),
    limits,
    zone: 'Asia/Shanghai',
    receiver: 'bench',
    answerWithinDays: 3,
    onError: error => {
      throw error;
    },
  });
}

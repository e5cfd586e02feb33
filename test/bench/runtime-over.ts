import { localSignals } from '../../src/signals/local-signals.ts';
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts';
import type { Mind } from '../../src/core/dialogue/mind.ts';
import { takeIn } from '../../src/evidence/intake.ts';
import { previewOf } from '../../src/evidence/preview.ts';
import { sqliteJobs } from '../../src/jobs/sqlite/sqlite-jobs.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { JOB_POLICIES } from '../../src/runtime/job-policies.ts';
import { type Runtime, startRuntime } from '../../src/runtime/runtime.ts';
import type { Store } from '../../src/stores/store.ts';
import { memoryEvidence } from '../support/stores.ts';
import { limits } from './talk-events.ts';

/** A Parley over a store, without server or channel. What fails in it ends the bench. */
export function runtimeOver(store: Store, mind: Mind): Runtime {
  const evidence = memoryEvidence(store);
  const onError = (error: unknown): never => {
    throw error;
  };
  return startRuntime({
    store,
    jobs: sqliteJobs(':memory:', { policies: JOB_POLICIES, onError }),
    mind,
    signals: localSignals(),
    clock: systemClock,
    calendar: chineseCalendar,
    evidence,
    intake: (file, taken) => takeIn(file, limits, taken, evidence, () => 'file'),
    previews: previewOf,
    limits,
    zone: 'Asia/Shanghai',
    receiver: 'bench',
    answerWithinDays: 3,
    onError,
  });
}

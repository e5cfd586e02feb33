import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts';
import type { IncomingMessage } from '../../src/channels/channel.ts';
import { prepareMind } from '../../src/core/dialogue/mind.ts';
import { takeIn } from '../../src/evidence/intake.ts';
import { previewOf } from '../../src/evidence/preview.ts';
import type { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import { loadKnowledge } from '../../src/runtime/load-knowledge.ts';
import { type Runtime, type RuntimeOptions, startRuntime } from '../../src/runtime/runtime.ts';
import { JOB_POLICIES } from '../../src/runtime/job-policies.ts';
import { sqliteJobs } from '../../src/jobs/sqlite/sqlite-jobs.ts';
import { localSignals } from '../../src/signals/local-signals.ts';
import type { Store } from '../../src/stores/store.ts';
import { memoryEvidence } from './stores.ts';

export const mind = prepareMind(loadKnowledge('knowledge'));
export const limits = { maxBytes: 1024 * 1024, maxFiles: 3 };
export const clock: Clock = { now: () => '2026-11-24T02:00:00.000Z' };

const fail = (error: unknown): void => {
  throw error;
};

/** A runtime over a store, with everything real but the clock. */
export function running(store: Store, onError = fail, more: Partial<RuntimeOptions> = {}): Runtime {
  const evidence: EvidenceStore = more.evidence ?? memoryEvidence(store);
  let count = 0;
  return startRuntime({
    store,
    jobs: sqliteJobs(':memory:', { policies: JOB_POLICIES, onError }),
    mind,
    signals: localSignals(),
    clock,
    calendar: chineseCalendar,
    evidence,
    intake: (file, taken) => takeIn(file, limits, taken, evidence, () => `file-${++count}`),
    previews: previewOf,
    limits,
    zone: 'Asia/Shanghai',
    receiver: '测试运营方',
    answerWithinDays: 3,
    onError,
    ...more,
  });
}

/** Jobs that wait for days once `fullTalk` has filed: the answer is nearly due, and it is overdue. */
export const WARNINGS_PLANNED = 2;

/** What a person sends from the first story to the consent, which files the case. */
export const fullTalk: Omit<IncomingMessage, 'id'>[] = [
  { text: '我在淘宝买了双鞋，花了299元，收到发现跟图片完全不一样，商家不理我' },
  { text: '名鞋汇旗舰店' },
  { text: '跳过' },
  { text: '不知道' },
  { text: '不知道' },
  { text: '跳过' },
  { text: '还没申请', choice: 'slot:after-sale=not-applied' },
  { text: '退款', choice: 'slot:demand=refund' },
  { text: '在线谈', choice: 'slot:negotiate-mode=online' },
  { text: '就在这里', choice: 'slot:reach=this-chat' },
  { text: '现在没有', choice: 'act:finished' },
  { text: '没问题', choice: 'confirm:summary' },
  { text: '同意并提交', choice: 'consent:yes' },
];

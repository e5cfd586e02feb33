import { randomUUID } from 'node:crypto';
import type { Conversations } from '../channels/channel.ts';
import type { Mind } from '../core/dialogue/mind.ts';
import type { EvidenceLimits, EvidenceStore } from '../evidence/evidence-store.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { type Metrics, noMetrics } from '../metrics/metrics.ts';
import type { Store } from '../stores/store.ts';
import { noWebhooks, type Webhooks } from '../webhooks/webhooks.ts';
import type { Clock } from './clock.ts';
import { conversations, type Intake } from './conversations.ts';
import { Feed } from './feed.ts';
import { LoadedConversations } from './loaded-conversations.ts';
import { Outbox } from './reactions/outbox.ts';
import { runReaction } from './reactions/reaction-job.ts';
import { RetentionRounds } from './retention-rounds.ts';
import type { Retention } from './retention.ts';
import { runWebhook } from './webhook-jobs.ts';
import { stateFormat } from './state-format.ts';

export interface RuntimeOptions {
  store: Store;
  jobs: Jobs;
  webhooks?: Webhooks;
  mind: Mind;
  clock: Clock;
  evidence: EvidenceStore;
  intake: Intake;
  limits: EvidenceLimits;
  /** IANA zone in which new conversations count their days. */
  zone: string;
  /** Who receives filed cases, as named in the consent. */
  receiver: string;
  answerWithinDays: number;
  /** What is erased by itself; without it nothing is. */
  retention?: Retention;
  metrics?: Metrics;
  onError: (error: unknown) => void;
  /** Milliseconds after which the effects of a process that died are carried out by another. */
  leaseMs?: number;
}

export interface Runtime {
  conversations: Conversations;
  /** Resolves when the effects of all commits so far have been carried out, as far as they are this process's. */
  settled(): Promise<void>;
  /** Carries out what is left, and leaves the rest to other processes or the next start. */
  stop(): Promise<void>;
}

/** Puts the runtime together and does what an earlier process left undone. */
export function startRuntime(options: RuntimeOptions): Runtime {
  const { store, jobs, mind, evidence, webhooks = noWebhooks, metrics = noMetrics, onError } = options;
  const tools = { store, jobs, webhooks, mind, evidence };
  const outbox = new Outbox(tools, options);
  metrics.watch('reactions-lag-seconds', () => outbox.lagMs / 1_000);
  jobs.work({
    reaction: job => runReaction(job, tools),
    webhook: job => runWebhook(job, webhooks),
  });
  const rounds = roundsOf(options);
  const loaded = new LoadedConversations({ store, format: stateFormat(), onError });
  const parts = { ...options, metrics, feed: new Feed(store, onError), loaded, outbox };
  return {
    conversations: conversations(parts),
    settled: () => outbox.settled(),
    async stop() {
      await rounds?.stop();
      await outbox.settled();
      await outbox.stop();
      await jobs.close();
    },
  };
}

function roundsOf({ retention, ...options }: RuntimeOptions): RetentionRounds | null {
  const isWanted = retention && (retention.unfiledDays !== null || retention.closedDays !== null);
  return isWanted ? new RetentionRounds({ ...options, retention, holder: randomUUID() }) : null;
}

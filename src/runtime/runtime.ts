import type { Conversations } from '../channels/channel.ts';
import type { Mind } from '../core/dialogue/mind.ts';
import type { EvidenceLimits, EvidenceStore } from '../evidence/evidence-store.ts';
import { type Metrics, noMetrics } from '../metrics/metrics.ts';
import type { Store } from '../stores/store.ts';
import type { Clock } from './clock.ts';
import { conversations, type Intake } from './conversations.ts';
import { Feed } from './feed.ts';
import { LoadedConversations } from './loaded-conversations.ts';
import { Reactions } from './reactions/reactions.ts';
import { stateFormat } from './state-format.ts';

export interface RuntimeOptions {
  store: Store;
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
  metrics?: Metrics;
  onError: (error: unknown) => void;
}

export interface Runtime {
  conversations: Conversations;
  /** Resolves when the effects of all commits so far have been carried out. */
  settled(): Promise<void>;
}

/** Puts the runtime together and does what an earlier process left undone. */
export function startRuntime(options: RuntimeOptions): Runtime {
  const { store, mind, evidence, metrics = noMetrics, onError } = options;
  const reactions = new Reactions({ store, mind, evidence }, onError);
  metrics.watch('reactions-lag-seconds', () => reactions.lag / 1000);
  reactions.wake();
  const loaded = new LoadedConversations({ store, format: stateFormat(), onError });
  const parts = { ...options, metrics, feed: new Feed(store, onError), loaded, reactions };
  return { conversations: conversations(parts), settled: () => reactions.settled() };
}

import { randomUUID } from 'node:crypto';
import type { Conversations } from '../channels/channel.ts';
import type { Calendar } from '../core/calendar/calendar.ts';
import type { Mind } from '../core/dialogue/mind.ts';
import type { EvidenceLimits, EvidenceStore, Previews } from '../evidence/evidence-store.ts';
import type { DeskHours } from '../core/calendar/desk-hours.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { type Metrics, noMetrics } from '../metrics/metrics.ts';
import type { Phraser } from '../phrasing/phraser.ts';
import type { Signals } from '../signals/signals.ts';
import type { Store } from '../stores/store.ts';
import { noWebhooks, type Webhooks } from '../webhooks/webhooks.ts';
import type { Clock } from './clock.ts';
import type { Desk } from '../console/desk.ts';
import type { EvidenceDesk } from '../console/evidence.ts';
import type { Figures } from '../console/figures.ts';
import type { Library } from '../console/library.ts';
import type { Replies } from '../console/replies.ts';
import { desk } from './desk/desk.ts';
import { evidenceDesk } from './desk/evidence-desk.ts';
import { library } from './desk/library.ts';
import { Counting } from './figures/counting.ts';
import { figures } from './figures/figures.ts';
import { acceptByWithin, runAcceptance } from './desk/acceptance.ts';
import { conversationWriter } from './conversation-writer.ts';
import { runDeadline } from './deadline-jobs.ts';
import { conversations, type Intake } from './conversations.ts';
import { Feed } from './feed.ts';
import { LoadedConversations } from './loaded-conversations.ts';
import { openQueue } from './queue/queue.ts';
import { Outbox } from './reactions/outbox.ts';
import { runReaction } from './reactions/reaction-job.ts';
import { Readers } from './readers/readers.ts';
import { RetentionRounds } from './retention-rounds.ts';
import type { Retention } from './retention.ts';
import { replies } from './staff/replies.ts';
import { markingWork } from './search/marking-work.ts';
import { WordIndex } from './search/word-index.ts';
import { runWebhook } from './webhook-jobs.ts';
import { stateFormat } from './state-format.ts';

export interface RuntimeOptions {
  store: Store;
  jobs: Jobs;
  webhooks?: Webhooks;
  mind: Mind;
  clock: Clock;
  /** Which days are worked on. */
  calendar: Calendar;
  evidence: EvidenceStore;
  signals: Signals;
  intake: Intake;
  previews: Previews;
  limits: EvidenceLimits;
  /** IANA zone in which new conversations count their days. */
  zone: string;
  /** Who receives filed cases, as named in the consent. */
  receiver: string;
  answerWithinDays: number;
  /** When mediators are there, as of an instant; without it, always. */
  hours?: (now: string) => OpenHours;
  /** Milliseconds after which somebody who waits for a person is told that nobody has come. */
  acceptWithinMs?: number;
  /** Milliseconds for which whoever waits is offered to one mediator after the other; without it nobody is offered. */
  offerMs?: number;
  /** What is erased by itself; without it nothing is. */
  retention?: Retention;
  metrics?: Metrics;
  /** Says drafts in other words; without it they are said as they are. */
  phraser?: Phraser | null;
  onError: (error: unknown) => void;
  /** Milliseconds after which what a process that died saw to is seen to by another. */
  leaseMs?: number;
}

export interface Runtime {
  conversations: Conversations;
  desk: Desk;
  evidence: EvidenceDesk;
  library: Library;
  figures: Figures;
  replies: Replies;
  /**
   * Resolves when the effects of all commits so far have been carried out, as far as they are this process's, and
   * nothing is being written any more.
   */
  settled(): Promise<void>;
  /** Carries out what is left, and leaves the rest to other processes or the next start. */
  stop(): Promise<void>;
}

const ACCEPT_WITHIN_MS = 5 * 60_000;

type OpenHours = Pick<DeskHours, 'isOpen' | 'opensAt' | 'isProvisional'>;
const alwaysOpen = (): OpenHours => ({ isOpen: true, opensAt: null, isProvisional: false });

/** Puts the runtime together and does what an earlier process left undone. */
export function startRuntime(options: RuntimeOptions): Runtime {
  const { store, jobs, mind, evidence, signals, calendar, clock, onError } = options;
  const { webhooks = noWebhooks, metrics = noMetrics, hours = alwaysOpen, phraser = null } = options;
  const acceptBy = acceptByWithin(options.acceptWithinMs ?? ACCEPT_WITHIN_MS, hours);
  const offerMs = options.offerMs ?? null;
  const queue = openQueue({ ...options, hours, offerMs });
  const tools = { store, jobs, webhooks, mind, evidence, signals, acceptBy, calendar, queue: queue.now };
  const outbox = new Outbox(tools, options);
  const marking = new Readers(store, markingWork(store, onError), options);
  const index = new WordIndex(store);
  metrics.watch('reactions-lag-seconds', () => outbox.lagMs / 1_000);
  const loaded = new LoadedConversations({ store, format: stateFormat(), onError });
  const feed = new Feed(store, onError);
  const writer = conversationWriter({ ...options, hours, feed, loaded, outbox });
  jobs.work({
    reaction: job => runReaction(job, tools),
    webhook: job => runWebhook(job, webhooks),
    acceptance: job => runAcceptance(job, { writer, mind }),
    deadline: job => runDeadline(job, { store, jobs, calendar, clock }),
  });
  const rounds = roundsOf(options);
  const counting = new Counting({ store, onError });
  const settled = async (): Promise<void> => {
    await outbox.settled();
    await marking.settled();
    await loaded.settled();
  };
  return {
    conversations: conversations({ ...options, metrics, phraser, feed, loaded, writer, waits: queue.waits }),
    desk: desk({
      ...options,
      ...{ writer, outbox, feed, index, offersInTurn: offerMs !== null },
      loads: async () => (await queue.live()).talks,
    }),
    evidence: evidenceDesk({ ...options, knowledge: mind.knowledge }),
    library: library(mind),
    figures: figures({ ...options, counting }),
    replies: replies({ ...options, knowledge: mind.knowledge }),
    settled,
    async stop() {
      await rounds?.stop();
      await counting.stop();
      await queue.stop();
      await settled();
      await outbox.stop();
      await marking.stop();
      index.stop();
      await jobs.close();
    },
  };
}

function roundsOf({ retention, ...options }: RuntimeOptions): RetentionRounds | null {
  const isWanted = retention && (retention.unfiledDays !== null || retention.closedDays !== null);
  return isWanted ? new RetentionRounds({ ...options, retention, holder: randomUUID() }) : null;
}

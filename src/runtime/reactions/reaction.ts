import type { Calendar } from '../../core/calendar/calendar.ts';
import type { Mind } from '../../core/dialogue/mind.ts';
import type { EvidenceStore } from '../../evidence/evidence-store.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Signals } from '../../signals/signals.ts';
import type { Webhooks } from '../../webhooks/webhooks.ts';
import type { Store, StoredEvent, StreamEvent } from '../../stores/store.ts';

export interface ReactionTools {
  store: Store;
  jobs: Jobs;
  webhooks: Webhooks;
  mind: Mind;
  evidence: EvidenceStore;
  signals: Signals;
  /** By when a request for a person is to be accepted that was made at an instant. */
  acceptBy: (requestedAt: string) => string;
  calendar: Calendar;
  queue: QueueNow;
}

/** How the queue of those who wait for a person stands now. */
export interface QueueNow {
  /** How many could come now. */
  onDuty(): Promise<number>;
  /** Whether the desk was open at an instant. */
  isOpen(at: string): boolean;
}

/** An effect of a committed event. Runs at least once, so doing it again must change nothing. */
export type Reaction<T extends StreamEvent['type']> = (
  stored: StoredEvent<Extract<StreamEvent, { type: T }>>,
  tools: ReactionTools,
) => Promise<void>;

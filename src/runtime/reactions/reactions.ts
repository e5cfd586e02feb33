import { doneIn } from '../../stores/ledger.ts';
import type { StoredEvent, StreamEvent } from '../../stores/store.ts';
import { Erased } from '../commit.ts';
import { addEvidence } from './add-evidence.ts';
import { eraseData } from './erase-data.ts';
import { openCase } from './open-case.ts';
import type { Reaction, ReactionTools } from './reaction.ts';

/** What follows from each event, or null: considered, nothing to do. The type makes it total. */
export const reactionTo: { [T in StreamEvent['type']]: Reaction<T> | null } = {
  ConversationStarted: null,
  UserSaid: null,
  BotReplied: null,
  LanguageChosen: null,
  TypeChosen: null,
  SlotProposed: null,
  SlotFilled: null,
  SlotRejected: null,
  SlotWithdrawn: null,
  QuestionAsked: null,
  NotUnderstood: null,
  QuestionAnswered: null,
  QuestionUnanswered: null,
  WarningShown: null,
  SafetyRaised: null,
  EvidenceStored: null,
  EvidenceAttached: addEvidence,
  EvidenceRefused: null,
  EvidenceFinished: null,
  SummaryConfirmed: null,
  SummaryReopened: null,
  ConsentGiven: null,
  ConsentRefused: null,
  CaseFiled: openCase,
  IntakePaused: null,
  IntakeResumed: null,
  ConversationRestarted: null,
  HandoffRequested: null,
  HandoffCancelled: null,
  ConversationErased: eraseData,
  CaseOpened: null,
  EvidenceAdded: null,
};

/** Whether something follows from events of a type. */
export const hasReaction = (type: string): boolean => Boolean((reactionTo as Record<string, unknown>)[type]);

/** Under this name the place is kept up to which reactions have been carried out. */
export const READER = 'reactions';
const BATCH = 500;
/** Events without an effect that may pass before the place is written down; a restart only reads them again. */
const UNSAVED = 2_000;
const RETRY_AFTER_MS = 1_000;

/**
 * Runs the reactions of all committed events in their order, from where the last process stopped. One that fails is
 * tried again; those after it wait, so that nothing is skipped.
 */
export class Reactions {
  readonly #tools: ReactionTools;
  readonly #onError: (error: unknown) => void;
  #running: Promise<void> | null = null;
  #again = false;
  readonly #done = new Map<number, number>();
  #unsaved = 0;
  #behindSince: number | null = null;

  constructor(tools: ReactionTools, onError: (error: unknown) => void) {
    this.#tools = tools;
    this.#onError = onError;
  }

  /** Milliseconds since when there has always been something left to do; 0 where there is nothing. */
  get lag(): number {
    return this.#behindSince === null ? 0 : performance.now() - this.#behindSince;
  }

  /** Says that there may be new events. Returns at once. */
  wake(): void {
    this.#again = true;
    this.#behindSince ??= performance.now();
    this.#running ??= this.#drain().finally(() => {
      this.#running = null;
      if (this.#again) this.wake();
    });
  }

  /** Resolves when all that was committed before has had its effect, or has failed and waits for its next try. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #drain(): Promise<void> {
    this.#again = false;
    const { store } = this.#tools;
    try {
      for (let partition = 0; partition < store.partitions; partition++)
        await this.#drainPartition(partition);
      if (!this.#again) this.#behindSince = null;
    } catch (error) {
      this.#onError(error);
      setTimeout(() => this.wake(), RETRY_AFTER_MS).unref();
    }
  }

  async #drainPartition(partition: number): Promise<void> {
    const { store } = this.#tools;
    let done = this.#done.get(partition) ?? (await store.checkpoint(READER, partition));
    for (;;) {
      const { events, upTo } = await store.readAll(partition, done, BATCH);
      if (upTo === done) return;
      let acted = false;
      for (const stored of events) acted = (await this.#react(stored)) || acted;
      done = upTo;
      this.#done.set(partition, done);
      this.#unsaved += events.length;
      if (acted || this.#unsaved >= UNSAVED) {
        await store.saveCheckpoint(READER, partition, done);
        this.#unsaved = 0;
      }
    }
  }

  /** It may have been carried out in the store from which the event was copied here. */
  async #wasDoneElsewhere({ stream, version }: StoredEvent): Promise<boolean> {
    return version <= (await this.#tools.store.checkpoint(doneIn(READER, stream), 0));
  }

  async #react<T extends StreamEvent['type']>(stored: StoredEvent): Promise<boolean> {
    const reaction = reactionTo[stored.event.type as T];
    if (!reaction || (await this.#wasDoneElsewhere(stored))) return false;
    await reaction(stored as StoredEvent<Extract<StreamEvent, { type: T }>>, this.#tools).catch(
      (error: unknown) => {
        // Erased between the reading and the writing: there is nothing left to do it to.
        if (!(error instanceof Erased)) throw error;
      },
    );
    return true;
  }
}

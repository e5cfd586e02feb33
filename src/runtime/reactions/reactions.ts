import { doneIn } from '../../stores/ledger.ts';
import type { StoredEvent, StreamEvent } from '../../stores/store.ts';
import { Erased } from '../commit.ts';
import { beginWait, noteTurn, noteWait } from '../queue/begin-wait.ts';
import { addEvidence } from './add-evidence.ts';
import { addFact } from './add-fact.ts';
import { alertDeadline } from './alert-deadline.ts';
import { assignWhoAccepted, nameMediator } from './assign.ts';
import { awaitAcceptance } from './await-acceptance.ts';
import { eraseData } from './erase-data.ts';
import { keepAudit, keepDeskAudit } from './keep-audit.ts';
import { keepQueue } from './keep-queue.ts';
import { meetAnswer } from './meet-answer.ts';
import { openCase } from './open-case.ts';
import { planDeadlines } from './plan-deadlines.ts';
import { tellWebhooks } from './tell-webhooks.ts';
import type { Reaction, ReactionTools } from './reaction.ts';

/** What follows from each event, in order, or null: considered, nothing to do. The type makes it total. */
export const reactionsTo: { [T in StreamEvent['type']]: Reaction<T>[] | null } = {
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
  SafetyRaised: [keepQueue],
  EvidenceStored: null,
  EvidenceAttached: [addEvidence],
  EvidenceRefused: null,
  EvidenceFinished: null,
  SummaryConfirmed: null,
  SummaryReopened: null,
  ConsentGiven: null,
  ConsentRefused: null,
  SummaryPhrased: null,
  CaseFiled: [openCase],
  IntakePaused: null,
  IntakeResumed: null,
  ConversationRestarted: null,
  HandoffRequested: [keepQueue, beginWait, awaitAcceptance, tellWebhooks('handoff.requested')],
  HandoffCancelled: [keepQueue, tellWebhooks('handoff.cancelled')],
  HandoffUnanswered: [keepQueue],
  ContactLeft: null,
  HandoffAccepted: [keepQueue, assignWhoAccepted, noteWait],
  HandoffEnded: [keepQueue],
  MediatorSaid: [meetAnswer],
  SlotRequested: null,
  AnswerForwarded: [addFact],
  FileRequested: null,
  RatingAsked: null,
  RatingGiven: null,
  ConversationErased: [eraseData],
  DeskAssigned: [keepQueue, nameMediator, keepDeskAudit],
  NoteAdded: null,
  Looked: [keepDeskAudit],
  CaseOpened: [keepQueue, planDeadlines, tellWebhooks('case.filed')],
  EvidenceAdded: null,
  FactAdded: null,
  CaseStatusChanged: [keepQueue, planDeadlines, tellWebhooks('case.status-changed')],
  CaseAssigned: [keepQueue],
  SetupOffered: [keepAudit],
  AccountOpened: [keepAudit],
  LinkOffered: [keepAudit],
  PasswordSet: [keepAudit],
  AccountJoined: [keepAudit],
  AccountChanged: [keepAudit],
  KeyMade: [keepAudit],
  KeyRevoked: [keepAudit],
  KeyUsed: null,
  SessionOpened: [keepAudit],
  SessionSeen: null,
  SessionEnded: [keepAudit],
  AuditNoted: null,
  DeadlinePaused: [keepQueue],
  DeadlineResumed: [keepQueue, planDeadlines],
  DeadlineMet: [keepQueue],
  DeadlineWarned: [keepQueue, alertDeadline],
  FactsNoted: null,
  WaitBegun: [keepQueue],
  DeskOffered: [keepQueue, noteTurn],
  OfferDeclined: [keepQueue],
  OfferLapsed: [keepQueue],
  WaitOver: null,
  TurnTaken: null,
  ReplyWritten: [keepAudit],
  ReplyHidden: [keepAudit],
  ReplyShown: [keepAudit],
};

/** The types of the events from which something follows. */
export const EFFECTIVE: ReadonlySet<string> = new Set(
  Object.entries(reactionsTo).flatMap(([type, reactions]) => (reactions ? [type] : [])),
);

/** Under this name the place is kept up to which reactions have been carried out. */
export const READER = 'reactions';

/** Carries out what follows from an event; nothing where the data it speaks of were erased. */
export async function react<T extends StreamEvent['type']>(
  stored: StoredEvent,
  tools: ReactionTools,
): Promise<void> {
  const reactions: Reaction<T>[] = reactionsTo[stored.event.type as T] ?? [];
  if (await wasDoneElsewhere(stored, tools)) return;
  try {
    for (const reaction of reactions)
      await reaction(stored as StoredEvent<Extract<StreamEvent, { type: T }>>, tools);
  } catch (error) {
    if (!(error instanceof Erased)) throw error;
  }
}

/** It may have been carried out in the store from which the event was copied here. */
const wasDoneElsewhere = async (
  { stream, version }: StoredEvent,
  { store }: ReactionTools,
): Promise<boolean> => version <= (await store.checkpoint(doneIn(READER, stream), 0));

import { z } from 'zod';
import { CaseEvidence, CaseFact, CaseFile } from './case-file.ts';
import { CaseOutcome } from './outcome.ts';
import { CaseStatus } from './status.ts';

/** A mediator's name, as the operator writes it. */
export const MediatorName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}+$/u);
export const StatusReason = z.string().trim().max(500);

export const DeadlineWarning = z.enum(['near', 'breached']);
export type DeadlineWarning = z.infer<typeof DeadlineWarning>;

const OfDeadline = {
  /** Id of the deadline, see `termsOf`. */
  deadline: z.string(),
  /** The day on which it happened, YYYY-MM-DD in the zone of the case. */
  on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
};

/** All that can happen to a case after it was filed. `by`: who did it. */
export const CaseEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('CaseOpened'), file: CaseFile }),
  /** A file the person sent after filing. */
  z.strictObject({ type: z.literal('EvidenceAdded'), evidence: CaseEvidence }),
  /** Answered to a mediator after filing; stands in the place of what was known before. */
  z.strictObject({ type: z.literal('FactAdded'), fact: CaseFact }),
  z.strictObject({
    type: z.literal('CaseStatusChanged'),
    status: CaseStatus,
    /** For mediators; empty where none was given. */
    reason: StatusReason,
    /** Where it was closed and somebody said what came of it. */
    outcome: CaseOutcome.optional(),
    by: MediatorName,
  }),
  z.strictObject({ type: z.literal('CaseAssigned'), mediator: MediatorName, by: MediatorName }),
  /** The time until it is resumed is not counted. */
  z.strictObject({
    type: z.literal('DeadlinePaused'),
    ...OfDeadline,
    reason: StatusReason.min(1),
    by: MediatorName,
  }),
  /** After a pause, or because it was marked as met by mistake. */
  z.strictObject({ type: z.literal('DeadlineResumed'), ...OfDeadline, by: MediatorName }),
  z.strictObject({ type: z.literal('DeadlineMet'), ...OfDeadline, by: MediatorName }),
  /** Nobody had met it when little time was left, or none; `due` is its last day as it stood then. */
  z.strictObject({
    type: z.literal('DeadlineWarned'),
    ...OfDeadline,
    warning: DeadlineWarning,
    due: OfDeadline.on,
  }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
export type DeadlineEvent = Extract<CaseEvent, { deadline: string }>;

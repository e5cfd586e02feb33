import { z } from 'zod';
import { CaseEvidence, CaseFact, CaseFile } from './case-file.ts';
import { CaseStatus } from './status.ts';

/** A mediator's name, as the operator writes it. */
export const MediatorName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}+$/u);
export const StatusReason = z.string().trim().max(500);

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
    by: MediatorName,
  }),
  z.strictObject({ type: z.literal('CaseAssigned'), mediator: MediatorName, by: MediatorName }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;

import { z } from 'zod';
import { CaseEvidence, CaseFile } from './case-file.ts';

/** All that can happen to a case after it was filed. */
export const CaseEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('CaseOpened'), file: CaseFile }),
  /** A file the person sent after filing. */
  z.strictObject({ type: z.literal('EvidenceAdded'), evidence: CaseEvidence }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;

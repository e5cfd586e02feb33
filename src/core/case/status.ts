import { z } from 'zod';

/** Where a case stands in its life after filing. */
export const CaseStatus = z.enum(['filed']);
export type CaseStatus = z.infer<typeof CaseStatus>;

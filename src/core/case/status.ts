import { z } from 'zod';

/** Where a case stands in its life after filing. `waiting-for-person`: the mediator needs something of the person. */
export const CaseStatus = z.enum(['filed', 'in-progress', 'waiting-for-person', 'closed']);
export type CaseStatus = z.infer<typeof CaseStatus>;

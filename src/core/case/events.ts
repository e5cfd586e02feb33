import { z } from 'zod';
import { CaseFile } from './case-file.ts';

/** All that can happen to a case after it was filed. */
export const CaseEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('CaseOpened'), file: CaseFile }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;

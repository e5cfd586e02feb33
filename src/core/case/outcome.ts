import { z } from 'zod';

/**
 * What came of a case that was closed. `withdrawn`: the person wants nothing more. `unreachable`: the person did not
 * answer any more. `passed-on`: another body has it now.
 */
export const CaseOutcome = z.enum([
  'agreed',
  'partly-agreed',
  'not-agreed',
  'withdrawn',
  'unreachable',
  'passed-on',
  'other',
]);
export type CaseOutcome = z.infer<typeof CaseOutcome>;

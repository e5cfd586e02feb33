import type { CaseStatus } from './status.ts';

/** What may come after each status. A closed case can be taken up again, for closing it may have been a mistake. */
export const NEXT_STATUS: Record<CaseStatus, readonly CaseStatus[]> = {
  filed: ['in-progress', 'waiting-for-person', 'closed'],
  'in-progress': ['waiting-for-person', 'closed'],
  'waiting-for-person': ['in-progress', 'closed'],
  closed: ['in-progress'],
};

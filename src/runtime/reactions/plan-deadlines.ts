import { deadlineJobs } from '../deadline-jobs.ts';
import { loadCase } from '../load-case.ts';
import { CASE } from '../streams.ts';
import type { ReactionTools } from './reaction.ts';
import type { StoredEvent } from '../../stores/store.ts';

/** The deadlines of a case run from now on, or again: their warnings are planned. */
export const planDeadlines = async (
  { stream, version, at }: StoredEvent,
  { store, jobs, calendar }: ReactionTools,
): Promise<void> => {
  const { state } = await loadCase(store, stream.slice(CASE.length));
  for (const job of deadlineJobs(state, version, calendar, at)) await jobs.add(job);
};

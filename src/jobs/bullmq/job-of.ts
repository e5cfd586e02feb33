import type { Job as BullJob } from 'bullmq';
import type { Job, JobData } from '../jobs.ts';

export const jobOf = (job: BullJob): Job => ({
  id: job.id ?? '',
  kind: job.name,
  data: job.data as JobData,
});

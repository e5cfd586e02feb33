import { GiveUp, type Handler, type Job, type KindPolicy, type LoggedAttempt } from './jobs.ts';
import { reasonOf } from './reason.ts';

/** Runs a job once and says what came of it, as the log keeps it. Never throws. */
export async function runJob(
  handler: Handler,
  { id, kind, data }: Job,
  attempt: number,
  { retry }: KindPolicy,
  now: () => number,
): Promise<LoggedAttempt> {
  const begun = now();
  const ended = (outcome: LoggedAttempt['outcome'], note: string): LoggedAttempt => {
    const at = now();
    return { at: new Date(at).toISOString(), id, kind, attempt, outcome, ms: at - begun, note };
  };
  try {
    return ended('done', (await handler({ id, kind, data }, attempt)) ?? '');
  } catch (error) {
    const isLast = error instanceof GiveUp || attempt >= retry.attempts;
    return ended(isLast ? 'dead' : 'failed', reasonOf(error));
  }
}

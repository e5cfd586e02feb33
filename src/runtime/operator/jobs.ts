import type { DeadJob, Jobs, LoggedAttempt } from '../../jobs/jobs.ts';
import { type Clock, systemClock } from '../clock.ts';
import type { Webhooks } from '../../webhooks/webhooks.ts';
import { webhookTest } from './webhook-test.ts';
import { OperatorError } from './operator-error.ts';

/** So many dead jobs are listed, and so many attempts of the log unless another number is given. */
const SHOWN = 100;
/** `repeat all` takes the latest so many; what fails again meanwhile is not taken twice. */
const REPEATED = 10_000;

/**
 * `npm run jobs`: how many jobs there are, and those that failed for good; `repeat <id>` or `repeat all` has them run
 * again, `discard <id>` forgets one, `log [count]` shows the latest attempts, `webhook-test` tries the webhook
 * targets. Returns what to print.
 */
export async function jobsCommand(
  jobs: Jobs,
  webhooks: Webhooks,
  args: string[],
  clock: Clock = systemClock,
): Promise<string> {
  const [verb = 'list', argument, ...rest] = args;
  if (verb === 'list' && argument === undefined) return list(jobs);
  if (verb === 'log' && rest.length === 0 && /^\d{0,5}$/.test(argument ?? ''))
    return shownLog(await jobs.log(Number(argument ?? SHOWN)));
  if (verb === 'repeat' && argument !== undefined && rest.length === 0) return repeat(jobs, argument);
  if (verb === 'discard' && argument !== undefined && rest.length === 0) {
    if (!(await jobs.discard(argument))) throw new OperatorError(noDead(argument));
    return `discarded: ${argument}`;
  }
  if (verb === 'webhook-test' && argument === undefined) return webhookTest(webhooks, clock);
  throw new OperatorError(
    'usage: npm run jobs | npm run jobs -- repeat <id|all> | npm run jobs -- discard <id> | npm run jobs -- log [count] | npm run jobs -- webhook-test',
  );
}

const noDead = (id: string): string => `no job ${id} has failed for good; npm run jobs lists those that have`;

async function list(jobs: Jobs): Promise<string> {
  const { waiting, running, done, dead } = await jobs.counts();
  const found = await jobs.dead(SHOWN);
  const more = dead > found.length ? [`… and ${dead - found.length} older`] : [];
  return [
    `${waiting} waiting, ${running} running, ${done} done lately, ${dead} failed for good`,
    ...found.map(shownDead),
    ...more,
  ].join('\n');
}

const shownDead = ({ id, kind, attempts, at, reason }: DeadJob): string =>
  `${id}  ${kind}  ${attempts} attempt(s)  ${at}  ${reason}`;

async function repeat(jobs: Jobs, id: string): Promise<string> {
  if (id !== 'all') {
    if (!(await jobs.repeat(id))) throw new OperatorError(noDead(id));
    return `due again: ${id}`;
  }
  let count = 0;
  for (const dead of await jobs.dead(REPEATED)) if (await jobs.repeat(dead.id)) count++;
  return `due again: ${count} job(s)`;
}

function shownLog(attempts: LoggedAttempt[]): string {
  if (attempts.length === 0) return 'No job has been tried yet.';
  return attempts
    .map(({ at, id, attempt, outcome, ms, note }) =>
      [at, id, `attempt ${attempt}`, outcome, `${ms} ms`, note].join('  ').trimEnd(),
    )
    .join('\n');
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { moveStore } from '../backup/move-store.ts';
import { moved } from '../backup/report.ts';
import { type Config, configFromEnvironment } from '../config.ts';
import { jobsIn } from '../jobs/jobs-in.ts';
import { progressOn } from '../progress.ts';
import { JOB_POLICIES } from '../runtime/job-policies.ts';
import { OperatorError } from '../runtime/operator/operator-error.ts';
import { READER } from '../runtime/reactions/reactions.ts';
import { type RedisPlace, ledgerAt, placeFrom } from '../stores/ledger-in.ts';
import { copying } from './copying.ts';
import { watched } from './parts.ts';

/** The jobs of the old place are not moved; those that are not done would never be. */
async function refuseForJobs(place: string | RedisPlace, config: Config): Promise<void> {
  const [redis, folder] = typeof place === 'string' ? [null, dirname(place)] : [place, config.dataDir];
  if (!redis && !existsSync(join(folder, 'jobs.db'))) return;
  const opened = jobsIn(folder, redis, { policies: JOB_POLICIES, onError: watched(config).onError });
  try {
    const { waiting, running, dead } = await opened.counts();
    const left = waiting + running + dead;
    if (left > 0)
      throw new OperatorError(
        `${left} jobs are still to be done or have failed, and are not moved. See npm run jobs in the old place: let them end, or discard them; or leave them behind with --leave-jobs.`,
      );
  } finally {
    await opened.close();
  }
}

export async function command(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { from: { type: 'string' }, to: { type: 'string' }, 'leave-jobs': { type: 'boolean' } },
  });
  const config = configFromEnvironment();
  const [from, to] = [values.from ?? join(config.dataDir, 'parley.db'), values.to].map(place =>
    place === undefined ? config.redis : placeFrom(place, config.redisPrefix),
  );
  if (!from || !to)
    throw new OperatorError(
      'usage: npm run move-store -- [--from <file or URL>] --to <file or URL> [--leave-jobs]',
    );
  if (typeof from === 'string' && !existsSync(from)) throw new OperatorError(`There is no file ${from}.`);
  if (!values['leave-jobs']) await refuseForJobs(from, config);
  const [old, fresh] = [await ledgerAt(from), await ledgerAt(to)];
  try {
    const leaseOf = (partition: number): string => `${READER}-${partition}`;
    const parts = { from: old, to: fresh, copying, leaseOf, progress: progressOn(process.stderr) };
    process.stdout.write(`${moved(await moveStore(parts))}\n`);
  } finally {
    await Promise.all([old.close(), fresh.close()]);
  }
}

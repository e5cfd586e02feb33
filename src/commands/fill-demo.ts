import type { Config } from '../config.ts';
import { type DemoPlan, demoTime, playDemo } from '../demo/play-demo.ts';
import type { DemoLogin } from '../demo/open-accounts.ts';
import { steppedJobs } from '../demo/stepped-jobs.ts';
import type { Progress } from '../progress.ts';
import { StartError } from '../runtime/data-folder.ts';
import { offerSetup } from '../runtime/staff/offer-setup.ts';
import { staff } from '../runtime/staff/staff.ts';
import { openJobs, openStore, start, watched } from './parts.ts';

/**
 * Fills an empty data folder with four weeks of invented cases, up to the present.
 * @throws StartError where the folder holds anything already
 */
export async function fillDemo(
  config: Config,
  folder: string,
  plan: DemoPlan,
  progress: Progress,
): Promise<DemoLogin[]> {
  await checkEmpty(config, folder);
  const watching = watched(config);
  const time = demoTime(plan);
  const jobs = steppedJobs(() => time.at);
  const quiet: Config = {
    ...config,
    webhooks: { ...config.webhooks, urls: [] },
    retention: { unfiledDays: null, closedDays: null },
    // Nobody reads what is said now, and words cost money.
    llm: null,
  };
  const { store, signals, ...runtime } = await start(quiet, folder, time, watching, { jobs });
  try {
    const people = staff({ store, clock: time, sessions: config.sessions });
    const setup = await offerSetup(store, time);
    if (setup === null) throw new StartError(`Somebody works in ${folder} already.`);
    return await playDemo(plan, { ...runtime, staff: people, time, jobs, setup, progress });
  } finally {
    await runtime.stop();
    await signals.close();
    await store.close();
    await handOver();
  }

  /** What is due later is kept for the server. */
  async function handOver(): Promise<void> {
    const kept = openJobs(config, folder, watching);
    for (const job of jobs.left()) await kept.add(job);
    await kept.close();
  }
}

async function checkEmpty(config: Config, folder: string): Promise<void> {
  const store = await openStore(config, folder, () => {});
  const held = await store.streams('', '', 1);
  await store.close();
  if (held.length === 0) return;
  throw new StartError(
    `The folder ${folder} holds conversations already, and a demo fills an empty one only. Serve it as it is with DATA_DIR=${folder} npm start, or name another with --data.`,
  );
}

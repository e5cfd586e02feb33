import { nanoid } from 'nanoid';
import { join } from 'node:path';
import { chineseCalendar } from '../calendar/chinese-calendar.ts';
import { type Config, configFromEnvironment } from '../config.ts';
import { deskHours } from '../core/calendar/desk-hours.ts';
import { prepareMind } from '../core/dialogue/mind.ts';
import { diskFiles } from '../evidence/disk/disk-files.ts';
import { takeIn } from '../evidence/intake.ts';
import { previewOf } from '../evidence/preview.ts';
import { sealedEvidence } from '../evidence/sealed-evidence.ts';
import { jobsIn } from '../jobs/jobs-in.ts';
import type { Jobs, JobsOptions } from '../jobs/jobs.ts';
import { errorReports } from '../logging/error-reports.ts';
import { openLog } from '../logging/log.ts';
import { prometheusMetrics } from '../metrics/prometheus/prometheus-metrics.ts';
import type { Phraser } from '../phrasing/phraser.ts';
import { progressOn } from '../progress.ts';
import type { Clock } from '../runtime/clock.ts';
import { prepareDataFolder } from '../runtime/data-folder.ts';
import { JOB_POLICIES } from '../runtime/job-policies.ts';
import { loadKnowledge } from '../runtime/load-knowledge.ts';
import { operatorKey } from '../runtime/operator-key.ts';
import { type Runtime, startRuntime } from '../runtime/runtime.ts';
import type { Signals } from '../signals/signals.ts';
import { signalsIn } from '../signals/signals-in.ts';
import { ledgerIn } from '../stores/ledger-in.ts';
import type { Ledger } from '../stores/ledger.ts';
import { checkOperatorKey } from '../stores/sealing/operator-sign.ts';
import { sealedStore } from '../stores/sealing/sealed-store.ts';
import type { Store } from '../stores/store.ts';
import { signedWebhooks } from '../webhooks/signed-webhooks.ts';

export const root = join(import.meta.dirname, '../..');

export const knowledgeFolder = join(root, 'knowledge');

const promptsFolder = join(root, 'prompts');

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

/** A ledger and the operator's key that it was written under. */
export async function openLedger(
  { operatorKey: given, isProduction, redis }: Config,
  folder: string,
  warn = say,
): Promise<{ ledger: Ledger; key: Uint8Array }> {
  const key = operatorKey({ given, folder, isProduction, warn });
  const ledger = await ledgerIn(folder, redis);
  await checkOperatorKey(ledger, key).catch(async (error: unknown) => {
    await ledger.close();
    throw error;
  });
  return { ledger, key };
}

export async function openStore(config: Config, folder: string, warn = say): Promise<Store> {
  const { ledger, key } = await openLedger(config, folder, warn);
  return sealedStore(ledger, key);
}

/** How this process tells an operator what it does, and what goes wrong in it. */
export function watched({ logLevel }: Config) {
  const log = openLog({ level: logLevel, isPretty: process.stderr.isTTY, output: process.stderr });
  const metrics = prometheusMetrics();
  return { log, metrics, onError: errorReports(log, metrics) };
}

export function openJobs(
  { redis }: Config,
  folder: string,
  { metrics, onError }: ReturnType<typeof watched>,
): Jobs {
  const onAttempt: JobsOptions['onAttempt'] = ({ outcome }) => metrics.count('jobs', outcome);
  return jobsIn(folder, redis, { policies: JOB_POLICIES, onAttempt, onError });
}

/** Loaded where it is set up: most do without it. */
async function phraserOf(
  { llm, zone }: Config,
  { now }: Clock,
  { log, metrics }: ReturnType<typeof watched>,
): Promise<Phraser | null> {
  if (!llm) return null;
  const [{ llmPhraser }, { readPrompts }] = await Promise.all([
    import('../phrasing/llm/llm-phraser.ts'),
    import('../phrasing/llm/prompts.ts'),
  ]);
  return llmPhraser(llm, { prompts: readPrompts(promptsFolder), zone, now, metrics, warn: log.warn });
}

/** All parts of a running Parley over one data folder. @param instead jobs that are run otherwise than by the clock */
export async function start(
  config: Config,
  folder: string,
  clock: Clock,
  watching: ReturnType<typeof watched>,
  instead: { jobs?: Jobs } = {},
): Promise<Runtime & { store: Store; signals: Signals; knowledge: ReturnType<typeof loadKnowledge> }> {
  const { log, metrics, onError } = watching;
  const knowledge = loadKnowledge(knowledgeFolder);
  const { ledger, key } = await openLedger(config, folder, log.warn);
  for (const sentence of await ledger.warnings()) log.warn(sentence);
  const store = sealedStore(ledger, key);
  const evidence = sealedEvidence(diskFiles(join(folder, 'evidence')), store.sealer);
  const limits = config.evidence;
  const signals = await signalsIn(config.redis, onError);
  const runtime = startRuntime({
    store,
    jobs: instead.jobs ?? openJobs(config, folder, watching),
    webhooks: signedWebhooks(config.webhooks),
    mind: prepareMind(knowledge),
    signals,
    clock,
    calendar: chineseCalendar,
    hours: now =>
      deskHours({ hours: config.openingHours, zone: config.zone, calendar: chineseCalendar }, now),
    acceptWithinMs: config.acceptWithinMinutes * 60_000,
    ...(config.offerSeconds === null ? {} : { offerMs: config.offerSeconds * 1_000 }),
    evidence,
    intake: (file, alreadyTaken) => takeIn(file, limits, alreadyTaken, evidence, nanoid, onError),
    previews: previewOf,
    limits,
    zone: config.zone,
    receiver: config.operatorName,
    answerWithinDays: config.answerWithinDays,
    retention: config.retention,
    metrics,
    phraser: await phraserOf(config, clock, watching),
    onError,
  });
  return { ...runtime, store, signals, knowledge };
}

/** What a command over all that is stored gets: where it lies, and where it says how far it has come. */
export function keeping(data: string | undefined) {
  const config = configFromEnvironment();
  const folder = prepareDataFolder(data ?? config.dataDir);
  const files = diskFiles(join(folder, 'evidence'));
  return { config, folder, files, progress: progressOn(process.stderr) };
}

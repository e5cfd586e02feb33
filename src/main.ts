// Longer than 300 lines: it alone knows all parts, and what each command is made of.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { nanoid } from 'nanoid';
import { ChatFlagError, readChatFlags } from './channels/terminal/chat-flags.ts';
import { NotSaved, talkAtTerminal } from './channels/terminal/terminal.ts';
import { backUp } from './backup/backup.ts';
import { BrokenFile } from './backup/record-file.ts';
import { backedUp, moved, restored } from './backup/report.ts';
import { restore } from './backup/restore.ts';
import { webChannel } from './channels/web/web-channel.ts';
import { MoveRefused, moveStore } from './backup/move-store.ts';
import { type Config, ConfigError, configFromEnvironment } from './config.ts';
import { prepareMind } from './core/dialogue/mind.ts';
import { dayIn } from './core/language/day.ts';
import { diskFiles } from './evidence/disk/disk-files.ts';
import { takeIn } from './evidence/intake.ts';
import { sealedEvidence } from './evidence/sealed-evidence.ts';
import { type Guard, openGuard } from './limits/guard.ts';
import { errorReports } from './logging/error-reports.ts';
import { lastWords } from './logging/last-words.ts';
import { openLog } from './logging/log.ts';
import { prometheusMetrics } from './metrics/prometheus/prometheus-metrics.ts';
import { connect } from './jobs/bullmq/connect.ts';
import type { Jobs, JobsOptions } from './jobs/jobs.ts';
import { jobsIn } from './jobs/jobs-in.ts';
import { progressOn } from './progress.ts';
import { type Clock, systemClock } from './runtime/clock.ts';
import { prepareDataFolder, StartError } from './runtime/data-folder.ts';
import { JOB_POLICIES } from './runtime/job-policies.ts';
import { KnowledgeError, loadKnowledge } from './runtime/load-knowledge.ts';
import { casesCommand } from './runtime/operator/cases.ts';
import { checkCommand } from './runtime/operator/check.ts';
import { confirmOn } from './runtime/operator/confirm.ts';
import { eraseCommand } from './runtime/operator/erase.ts';
import { eraseDueCommand } from './runtime/operator/erase-due.ts';
import { jobsCommand } from './runtime/operator/jobs.ts';
import { knowledgeCommand } from './runtime/operator/knowledge.ts';
import { OperatorError } from './runtime/operator/operator-error.ts';
import { verifyCommand } from './runtime/operator/verify.ts';
import { operatorKey } from './runtime/operator-key.ts';
import { EFFECTIVE, READER } from './runtime/reactions/reactions.ts';
import { type Runtime, startRuntime } from './runtime/runtime.ts';
import { CASE } from './runtime/streams.ts';
import { createServer } from './server/create-server.ts';
import { CannotListen, listen } from './server/listen.ts';
import { Readiness } from './server/readiness.ts';
import { drain, toldToStop } from './server/stopping.ts';
import { UploadsUnderWay } from './server/uploads-under-way.ts';
import { CopyRefused } from './stores/copy-ledger.ts';
import type { Ledger } from './stores/ledger.ts';
import { LedgerUnavailable, ledgerAt, ledgerIn, placeFrom, type RedisPlace } from './stores/ledger-in.ts';
import { auditStreams } from './stores/sealing/audit-stream.ts';
import { WrongOperatorKey } from './stores/sealing/keyring.ts';
import { checkOperatorKey } from './stores/sealing/operator-sign.ts';
import { sealedStore } from './stores/sealing/sealed-store.ts';
import type { Store } from './stores/store.ts';
import { signedWebhooks } from './webhooks/signed-webhooks.ts';

const root = join(import.meta.dirname, '..');
const knowledgeFolder = join(root, 'knowledge');

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

/** A ledger and the operator's key that it was written under. */
async function openLedger(
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

async function openStore(config: Config, folder: string, warn = say): Promise<Store> {
  const { ledger, key } = await openLedger(config, folder, warn);
  return sealedStore(ledger, key);
}

/** How this process tells an operator what it does, and what goes wrong in it. */
function watched({ logLevel }: Config) {
  const log = openLog({ level: logLevel, isPretty: process.stderr.isTTY, output: process.stderr });
  const metrics = prometheusMetrics();
  return { log, metrics, onError: errorReports(log, metrics) };
}

function openJobs({ redis }: Config, folder: string, { metrics, onError }: ReturnType<typeof watched>): Jobs {
  const onAttempt: JobsOptions['onAttempt'] = ({ outcome }) => metrics.count('jobs', outcome);
  return jobsIn(folder, redis, { policies: JOB_POLICIES, onAttempt, onError });
}

/** All parts of a running Parley over one data folder. */
async function start(
  config: Config,
  folder: string,
  clock: Clock,
  watching: ReturnType<typeof watched>,
): Promise<Runtime & { store: Store; knowledge: ReturnType<typeof loadKnowledge> }> {
  const { log, metrics, onError } = watching;
  const knowledge = loadKnowledge(knowledgeFolder);
  const { ledger, key } = await openLedger(config, folder, log.warn);
  for (const sentence of await ledger.warnings()) log.warn(sentence);
  const store = sealedStore(ledger, key);
  const evidence = sealedEvidence(diskFiles(join(folder, 'evidence')), store.sealer);
  const limits = config.evidence;
  const runtime = startRuntime({
    store,
    jobs: openJobs(config, folder, watching),
    webhooks: signedWebhooks(config.webhooks),
    mind: prepareMind(knowledge),
    clock,
    evidence,
    intake: (file, alreadyTaken) => takeIn(file, limits, alreadyTaken, evidence, nanoid, onError),
    limits,
    zone: config.zone,
    receiver: config.operatorName,
    answerWithinDays: config.answerWithinDays,
    retention: config.retention,
    metrics,
    onError,
  });
  return { ...runtime, store, knowledge };
}

function guarded(
  { rateLimits, redis, trustProxy, full }: Config,
  { log, metrics }: ReturnType<typeof watched>,
): Guard {
  // Where this connection fails the store's own fails too, and says so.
  const counting = redis && { redis: connect(redis.urls, 'impatient', () => {}), prefix: redis.prefix };
  return openGuard({ allowances: rateLimits, shared: counting, trustProxy, full, metrics, warn: log.warn });
}

async function serve(): Promise<void> {
  const config = configFromEnvironment();
  const watching = watched(config);
  const { log, metrics, onError } = watching;
  lastWords(log);
  const folder = prepareDataFolder(config.dataDir);
  const { store, knowledge, ...runtime } = await start(config, folder, systemClock, watching);
  const guard = guarded(config, watching);
  const { gate } = guard;
  const conversations = guard.around(runtime.conversations);
  const readiness = new Readiness(() => store.probe());
  const phones = [...knowledge.authorities.values()].flatMap(one =>
    one.phone && one.dial ? [one.phone] : [],
  );
  const { allowedOrigins } = config;
  const maxSockets = config.full.sockets;
  const channel = webChannel({ conversations, allowedOrigins, maxSockets, gate, metrics, onError });
  const uploads = new UploadsUnderWay();
  const server = await createServer({
    conversations,
    allowedOrigins,
    dist: join(root, 'dist/web'),
    settings: language => ({ words: knowledge.phrases[language].widget, phones, limits: config.evidence }),
    limits: config.evidence,
    gate,
    metrics,
    uploads,
    health: { notReady: () => readiness.notReady(), metrics: () => metrics.page() },
    operatorToken: config.metricsToken,
    onError,
  });
  channel.attach(server.server);
  const listening = await listen(server, config);
  await channel.start();
  const stopping = toldToStop();
  readiness.serving();
  process.stdout.write(`Parley is ready: ${listening}\n`);
  // What is loaded for it is loaded now, not while people talk.
  metrics.page().catch(onError);

  await stopping;
  log.info('stopping: work under way is brought to its end');
  readiness.draining();
  const steps = [
    channel.stop,
    () => uploads.close(),
    () => server.close(),
    () => runtime.stop(),
    () => store.close(),
  ];
  const isDone = await drain(steps, config.drainSeconds);
  if (!isDone) log.warn('stopped before all work had ended; what was not answered was not acknowledged');
  process.exit(0);
}

async function chat(args: string[]): Promise<void> {
  const { language, now, data, json, record } = readChatFlags(args);
  const clock: Clock = now === null ? systemClock : { now: () => new Date(now).toISOString() };
  const config = configFromEnvironment();
  const watching = watched(config);
  const folder = prepareDataFolder(data ?? config.dataDir);
  const { conversations, store, stop } = await start(config, folder, clock, watching);
  const interactive = process.stdin.isTTY && process.stdout.isTTY && !json;
  await talkAtTerminal(conversations, {
    language,
    json,
    record: record === null ? null : { path: record, now: clock.now() },
    interactive,
    input: process.stdin,
    output: process.stdout,
    onError: watching.onError,
  });
  await stop();
  await store.close();
}

async function cases(args: string[]): Promise<void> {
  // The command reads the other flags.
  const { data } = parseArgs({ args, options: { data: { type: 'string' } }, strict: false }).values;
  const config = configFromEnvironment();
  const store = await openStore(config, prepareDataFolder(typeof data === 'string' ? data : config.dataDir));
  try {
    process.stdout.write(`${await casesCommand(store, args)}\n`);
  } finally {
    await store.close();
  }
}

async function jobs(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { data: { type: 'string' } },
    allowPositionals: true,
  });
  const config = configFromEnvironment();
  const opened = openJobs(config, prepareDataFolder(values.data ?? config.dataDir), watched(config));
  try {
    process.stdout.write(`${await jobsCommand(opened, signedWebhooks(config.webhooks), positionals)}\n`);
  } finally {
    await opened.close();
  }
}

/** What a command over all that is stored gets: where it lies, and where it says how far it has come. */
function keeping(data: string | undefined) {
  const config = configFromEnvironment();
  const folder = prepareDataFolder(data ?? config.dataDir);
  const files = diskFiles(join(folder, 'evidence'));
  return { config, folder, files, progress: progressOn(process.stderr) };
}

async function verify(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { data: { type: 'string' } } });
  const { config, folder, files, progress } = keeping(values.data);
  const { ledger, key } = await openLedger(config, folder);
  const evidence = sealedEvidence(files, sealedStore(ledger, key).sealer);
  const audit = auditStreams(ledger, key);
  try {
    const { text, holds } = await verifyCommand({ ledger, audit, files, evidence, progress });
    process.stdout.write(`${text}\n`);
    if (!holds) process.exitCode = 1;
  } finally {
    await ledger.close();
  }
}

async function erase(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      yes: { type: 'boolean', default: false },
      due: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const { due, 'dry-run': isDryRun } = values;
  const [name] = positionals;
  if ((name === undefined) !== due || (isDryRun && !due))
    throw new OperatorError(
      'usage: npm run erase -- <conversation or case> [--yes] | npm run erase -- --due [--dry-run] [--yes]',
    );
  const { config, folder, files } = keeping(values.data);
  const { ledger, key } = await openLedger(config, folder);
  const store = sealedStore(ledger, key);
  try {
    const evidence = sealedEvidence(files, store.sealer);
    const print = (text: string): void => void process.stdout.write(`${text}\n`);
    const confirm = async (question: string): Promise<boolean> =>
      values.yes || confirmOn(process.stdin, process.stdout, question);
    const parts = { ledger, store, evidence, clock: systemClock, print, confirm };
    if (name === undefined) await eraseDueCommand(parts, config.retention, isDryRun);
    else await eraseCommand(parts, name);
  } finally {
    await store.close();
  }
}

/** How what is stored is copied: reactions carried out before are not carried out again. */
const copying = {
  readers: [READER],
  isEffect: (stream: string): boolean => stream.startsWith(CASE),
  hasEffect: (type: string): boolean => EFFECTIVE.has(type),
};

async function backup(args: string[]): Promise<void> {
  const { path, data } = fileArgument(args, 'backup');
  if (existsSync(path)) throw new OperatorError(`${path} is there already; a backup never overwrites one`);
  const { config, folder, files, progress } = keeping(data);
  const ledger = await ledgerIn(folder, config.redis);
  try {
    process.stdout.write(`${backedUp(path, await backUp(path, { ledger, files, copying, progress }))}\n`);
  } finally {
    await ledger.close();
  }
}

async function restoreFrom(args: string[]): Promise<void> {
  const { path, data } = fileArgument(args, 'restore');
  if (!existsSync(path)) throw new OperatorError(`there is no file ${path}`);
  const { config, folder, files, progress } = keeping(data);
  const ledger = await ledgerIn(folder, config.redis);
  try {
    const done = await restore(path, { ledger, files, copying, progress });
    process.stdout.write(`${restored(done)}\n`);
    if (done.contradictions > 0) process.exitCode = 1;
  } finally {
    await ledger.close();
  }
}

function fileArgument(args: string[], command: string): { path: string; data: string | undefined } {
  const { values, positionals } = parseArgs({
    args,
    options: { data: { type: 'string' } },
    allowPositionals: true,
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new OperatorError(`usage: npm run ${command} -- <file>`);
  return { path, data: values.data };
}

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

async function move(args: string[]): Promise<void> {
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

async function check(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { on: { type: 'string' } } });
  if (values.on !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.on))
    throw new OperatorError(`--on takes a day such as 2027-06-01, not ${values.on}.`);
  const holds = checkCommand(knowledgeFolder, values.on ?? today(), line =>
    process.stdout.write(`${line}\n`),
  );
  if (!holds) process.exitCode = 1;
}

async function knowledge(args: string[]): Promise<void> {
  const config = configFromEnvironment();
  const moment = { now: systemClock.now(), zone: config.zone };
  const conversations = (): Promise<Store> => openStore(config, prepareDataFolder(config.dataDir));
  process.stdout.write(`${await knowledgeCommand(knowledgeFolder, args, moment, conversations)}\n`);
}

const today = (): string => dayIn(configFromEnvironment().zone, systemClock.now());

const commands: Record<string, (args: string[]) => Promise<void>> = {
  serve,
  chat,
  cases,
  jobs,
  verify,
  erase,
  backup,
  restore: restoreFrom,
  'move-store': move,
  check,
  knowledge,
};

const [name = 'serve', ...args] = process.argv.slice(2);
const expected = [
  ConfigError,
  StartError,
  NotSaved,
  CannotListen,
  KnowledgeError,
  OperatorError,
  ChatFlagError,
  WrongOperatorKey,
  BrokenFile,
  CopyRefused,
  LedgerUnavailable,
  CopyRefused,
  MoveRefused,
];
try {
  const command = commands[name];
  if (!command)
    throw new StartError(`There is no command ${name}; there are ${Object.keys(commands).join(', ')}.`);
  await command(args);
} catch (error) {
  const isPlain =
    expected.some(kind => error instanceof kind) ||
    (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  if (isPlain) process.stderr.write(`${(error as Error).message}\n`);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  // What was opened before, such as connections to Redis, must not keep a process alive that can do nothing.
  process.exit(1);
}

import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nanoid } from 'nanoid';
import { isTranscriptName } from './channels/terminal/recording.ts';
import { talkAtTerminal } from './channels/terminal/terminal.ts';
import { webChannel } from './channels/web/web-channel.ts';
import { type Config, ConfigError, configFromEnvironment } from './config.ts';
import { prepareMind } from './core/dialogue/mind.ts';
import { Language } from './core/knowledge/localized.ts';
import { dayIn } from './core/language/day.ts';
import { diskEvidence } from './evidence/disk/disk-evidence.ts';
import { takeIn } from './evidence/intake.ts';
import { bullmqJobs } from './jobs/bullmq/bullmq-jobs.ts';
import type { Jobs } from './jobs/jobs.ts';
import { sqliteJobs } from './jobs/sqlite/sqlite-jobs.ts';
import { type Clock, systemClock } from './runtime/clock.ts';
import { prepareDataFolder, StartError } from './runtime/data-folder.ts';
import { JOB_POLICIES } from './runtime/job-policies.ts';
import { KnowledgeError, loadKnowledge } from './runtime/load-knowledge.ts';
import { casesCommand } from './runtime/operator/cases.ts';
import { checkCommand } from './runtime/operator/check.ts';
import { jobsCommand } from './runtime/operator/jobs.ts';
import { knowledgeCommand } from './runtime/operator/knowledge.ts';
import { OperatorError } from './runtime/operator/operator-error.ts';
import { operatorKey } from './runtime/operator-key.ts';
import { type Runtime, startRuntime } from './runtime/runtime.ts';
import { createServer } from './server/create-server.ts';
import { sealedStore } from './stores/sealing/sealed-store.ts';
import { sqliteLedger } from './stores/sqlite/sqlite-ledger.ts';
import type { Store } from './stores/store.ts';

const root = join(import.meta.dirname, '..');
const knowledgeFolder = join(root, 'knowledge');

const onError = (error: unknown): void => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
};

const warn = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

function openStore({ operatorKey: given, isProduction }: Config, folder: string): Store {
  const key = operatorKey({ given, folder, isProduction, warn });
  return sealedStore(sqliteLedger(join(folder, 'parley.db')), key);
}

function openJobs({ redisUrls }: Config, folder: string): Jobs {
  const options = { policies: JOB_POLICIES, onError };
  return redisUrls.length > 0 ? bullmqJobs(redisUrls, options) : sqliteJobs(join(folder, 'jobs.db'), options);
}

/** All parts of a running Parley over one data folder. */
function start(
  config: Config,
  folder: string,
  clock: Clock,
): Runtime & { store: Store; knowledge: ReturnType<typeof loadKnowledge> } {
  const knowledge = loadKnowledge(knowledgeFolder);
  const store = openStore(config, folder);
  const evidence = diskEvidence(join(folder, 'evidence'));
  const limits = config.evidence;
  const runtime = startRuntime({
    store,
    mind: prepareMind(knowledge),
    clock,
    intake: (file, alreadyTaken) => takeIn(file, limits, alreadyTaken, evidence, nanoid, onError),
    limits,
    zone: config.zone,
    receiver: config.operatorName,
    answerWithinDays: config.answerWithinDays,
    onError,
  });
  return { ...runtime, store, knowledge };
}

async function serve(): Promise<void> {
  const config = configFromEnvironment();
  const { conversations, store, knowledge, settled } = start(
    config,
    prepareDataFolder(config.dataDir),
    systemClock,
  );
  const phones = [...knowledge.authorities.values()].flatMap(one =>
    one.phone && one.dial ? [one.phone] : [],
  );
  const channel = webChannel({ conversations, allowedOrigins: config.allowedOrigins, onError });
  const server = await createServer({
    conversations,
    allowedOrigins: config.allowedOrigins,
    dist: join(root, 'dist/web'),
    settings: language => ({ words: knowledge.phrases[language].widget, phones, limits: config.evidence }),
    limits: config.evidence,
    onError,
  });
  channel.attach(server.server);
  const address = await server
    .listen({ port: config.port, host: config.host })
    .catch((error: NodeJS.ErrnoException) => {
      throw listenError(error, config);
    });
  process.stdout.write(`Parley is ready: ${address}\n`);
  await channel.start();

  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  await once(stop.signal, 'abort');
  await channel.stop();
  await server.close();
  await settled();
  await store.close();
}

function listenError(error: NodeJS.ErrnoException, { port, host }: Config): StartError {
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} on ${host} is taken. Stop what listens there, or start with another one: PORT=3001 npm start`,
    );
  }
  return new StartError(
    `Parley cannot listen on ${host}:${port} (${error.code ?? error.message}). Check HOST and PORT.`,
  );
}

async function chat(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      language: { type: 'string', default: 'zh-CN' },
      now: { type: 'string' },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
      record: { type: 'string' },
    },
  });
  const language = Language.safeParse(values.language);
  if (!language.success) throw new StartError(`--language takes zh-CN or en, not ${values.language}.`);
  const fixed = values.now === undefined ? null : Date.parse(values.now);
  if (fixed !== null && Number.isNaN(fixed))
    throw new StartError(`--now takes an ISO instant such as 2026-11-24T02:00:00Z, not ${values.now}.`);
  if (values.record !== undefined && !isTranscriptName(values.record)) {
    throw new StartError(
      `--record takes <phenomenon>/<a-sentence> in lower-case words joined by hyphens, not ${values.record}.`,
    );
  }
  const clock: Clock = fixed === null ? systemClock : { now: () => new Date(fixed).toISOString() };
  const config = configFromEnvironment();
  const { conversations, store, settled } = start(
    config,
    prepareDataFolder(values.data ?? config.dataDir),
    clock,
  );
  const interactive = process.stdin.isTTY && process.stdout.isTTY && !values.json;
  await talkAtTerminal(conversations, {
    language: language.data,
    json: values.json,
    record: values.record === undefined ? null : { path: values.record, now: clock.now() },
    interactive,
    input: process.stdin,
    output: process.stdout,
  });
  await settled();
  await store.close();
}

async function cases(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { data: { type: 'string' } },
    allowPositionals: true,
  });
  const config = configFromEnvironment();
  const store = openStore(config, prepareDataFolder(values.data ?? config.dataDir));
  process.stdout.write(`${await casesCommand(store, positionals)}\n`);
  await store.close();
}

async function jobs(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { data: { type: 'string' } },
    allowPositionals: true,
  });
  const config = configFromEnvironment();
  const opened = openJobs(config, prepareDataFolder(values.data ?? config.dataDir));
  try {
    process.stdout.write(`${await jobsCommand(opened, positionals)}\n`);
  } finally {
    await opened.close();
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
  const conversations = (): Store => openStore(config, prepareDataFolder(config.dataDir));
  process.stdout.write(`${await knowledgeCommand(knowledgeFolder, args, moment, conversations)}\n`);
}

const today = (): string => dayIn(configFromEnvironment().zone, systemClock.now());

const commands: Record<string, (args: string[]) => Promise<void>> = {
  serve,
  chat,
  cases,
  jobs,
  check,
  knowledge,
};

const [name = 'serve', ...args] = process.argv.slice(2);
const expected = [ConfigError, StartError, KnowledgeError, OperatorError];
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
  else onError(error);
  process.exitCode = 1;
}

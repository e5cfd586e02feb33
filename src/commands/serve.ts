import { join } from 'node:path';
import { webChannel } from '../channels/web/web-channel.ts';
import { type Config, configFromEnvironment } from '../config.ts';
import type { IdentityProvider } from '../console/identity.ts';
import { connect } from '../jobs/bullmq/connect.ts';
import { type Guard, openGuard } from '../limits/guard.ts';
import { lastWords } from '../logging/last-words.ts';
import { systemClock } from '../runtime/clock.ts';
import { CONSOLE_PAGE } from '../protocol/console/agreed.ts';
import { offerSetup } from '../runtime/staff/offer-setup.ts';
import { staff } from '../runtime/staff/staff.ts';
import { prepareDataFolder } from '../runtime/data-folder.ts';
import { ConsoleSockets } from '../server/console/socket/console-sockets.ts';
import { createServer } from '../server/create-server.ts';
import { listen } from '../server/listen.ts';
import { Readiness } from '../server/readiness.ts';
import { drain, toldToStop } from '../server/stopping.ts';
import { UploadsUnderWay } from '../server/uploads-under-way.ts';
import type { Store } from '../stores/store.ts';
import { root, start, watched } from './parts.ts';

function guarded(
  { rateLimits, redis, trustProxy, full }: Config,
  { log, metrics }: ReturnType<typeof watched>,
): Guard {
  // Where this connection fails the store's own fails too, and says so.
  const counting = redis && { redis: connect(redis.urls, 'impatient', () => {}), prefix: redis.prefix };
  return openGuard({ allowances: rateLimits, shared: counting, trustProxy, full, metrics, warn: log.warn });
}

/** Loaded where it is set up: most do without it. */
async function providerOf({ oidc }: Config): Promise<IdentityProvider | null> {
  return oidc && (await import('../identity/oidc-identity.ts')).oidcIdentity(oidc);
}

/** Prints a link for the first supervisor while there is none. Never into the log: whoever has it is a supervisor. */
async function sayHowToBegin(store: Store, listening: string): Promise<void> {
  const token = await offerSetup(store, systemClock);
  if (token === null) return;
  const link = `${listening}${CONSOLE_PAGE}#link=${token}`;
  process.stdout.write(`Nobody works here yet. The first supervisor begins at ${link}\n`);
}

export const command = (): Promise<void> => serve(configFromEnvironment());

/** Serves until it is told to stop, and then ends the process. @param ready told the address once it listens */
export async function serve(config: Config, ready: (listening: string) => void = () => {}): Promise<void> {
  const watching = watched(config);
  const { log, metrics, onError } = watching;
  lastWords(log);
  const folder = prepareDataFolder(config.dataDir);
  const { store, signals, knowledge, ...runtime } = await start(config, folder, systemClock, watching);
  const guard = guarded(config, watching);
  const { gate } = guard;
  const conversations = guard.around(runtime.conversations);
  const readiness = new Readiness(() => store.probe());
  const phones = [...knowledge.authorities.values()].flatMap(one =>
    one.phone && one.dial ? [one.phone] : [],
  );
  const { allowedOrigins } = config;
  const maxSockets = config.full.sockets;
  const channel = webChannel({
    ...{ conversations, signals, allowedOrigins, maxSockets, gate, metrics, onError },
  });
  const uploads = new UploadsUnderWay();
  const people = staff({ store, clock: systemClock, sessions: config.sessions });
  const server = await createServer({
    conversations,
    allowedOrigins,
    dist: join(root, 'dist/web'),
    settings: language => ({ words: knowledge.phrases[language].widget, phones, limits: config.evidence }),
    limits: config.evidence,
    gate,
    metrics,
    uploads,
    console: {
      staff: people,
      provider: await providerOf(config),
      desk: runtime.desk,
      evidence: runtime.evidence,
      library: runtime.library,
      figures: runtime.figures,
      replies: runtime.replies,
    },
    health: { notReady: () => readiness.notReady(), metrics: () => metrics.page() },
    operatorToken: config.metricsToken,
    onError,
  });
  channel.attach(server.server);
  const consoles = new ConsoleSockets({ desk: runtime.desk, staff: people, signals, gate, onError });
  consoles.attach(server.server);
  const listening = await listen(server, config);
  await channel.start();
  guard.begin();
  const stopping = toldToStop();
  readiness.serving();
  process.stdout.write(`Parley is ready: ${listening}\n`);
  ready(listening);
  sayHowToBegin(store, listening).catch(onError);
  // What is loaded for it is loaded now, not while people talk.
  metrics.page().catch(onError);

  await stopping;
  log.info('stopping: work under way is brought to its end');
  readiness.draining();
  const steps = [
    async () => consoles.stop(),
    channel.stop,
    () => uploads.close(),
    () => server.close(),
    () => runtime.stop(),
    () => signals.close(),
    () => store.close(),
  ];
  const isDone = await drain(steps, config.drainSeconds);
  if (!isDone) log.warn('stopped before all work had ended; what was not answered was not acknowledged');
  process.exit(0);
}

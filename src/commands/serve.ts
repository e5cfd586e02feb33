import { join } from 'node:path';
import { webChannel } from '../channels/web/web-channel.ts';
import { type Config, configFromEnvironment } from '../config.ts';
import { connect } from '../jobs/bullmq/connect.ts';
import { type Guard, openGuard } from '../limits/guard.ts';
import { lastWords } from '../logging/last-words.ts';
import { systemClock } from '../runtime/clock.ts';
import { offerSetup } from '../runtime/staff/offer-setup.ts';
import { staff } from '../runtime/staff/staff.ts';
import { prepareDataFolder } from '../runtime/data-folder.ts';
import { createServer } from '../server/create-server.ts';
import { listen } from '../server/listen.ts';
import { Readiness } from '../server/readiness.ts';
import { drain, toldToStop } from '../server/stopping.ts';
import { UploadsUnderWay } from '../server/uploads-under-way.ts';
import { root, start, watched } from './parts.ts';

function guarded(
  { rateLimits, redis, trustProxy, full }: Config,
  { log, metrics }: ReturnType<typeof watched>,
): Guard {
  // Where this connection fails the store's own fails too, and says so.
  const counting = redis && { redis: connect(redis.urls, 'impatient', () => {}), prefix: redis.prefix };
  return openGuard({ allowances: rateLimits, shared: counting, trustProxy, full, metrics, warn: log.warn });
}

export async function command(): Promise<void> {
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
    console: {
      staff: staff({ store, clock: systemClock, sessions: config.sessions }),
      reach: { conversation: async () => false },
    },
    health: { notReady: () => readiness.notReady(), metrics: () => metrics.page() },
    operatorToken: config.metricsToken,
    onError,
  });
  channel.attach(server.server);
  const listening = await listen(server, config);
  await channel.start();
  guard.begin();
  const stopping = toldToStop();
  readiness.serving();
  process.stdout.write(`Parley is ready: ${listening}\n`);
  // Not into the log: who has this link is a supervisor.
  const setup = await offerSetup(store, systemClock);
  if (setup !== null)
    process.stdout.write(
      `Nobody works here yet. The first supervisor begins at ${listening}/console/#link=${setup}\n`,
    );
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

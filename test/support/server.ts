import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Conversations } from '../../src/channels/channel.ts';
import { webChannel, type WebChannelOptions } from '../../src/channels/web/web-channel.ts';
import { openGate } from '../../src/limits/gate.ts';
import { noMetrics } from '../../src/metrics/metrics.ts';
import { ConsoleSockets } from '../../src/server/console/socket/console-sockets.ts';
import { localSignals } from '../../src/signals/local-signals.ts';
import { createServer } from '../../src/server/create-server.ts';
import { WIDGET_WORDS, type WidgetSettings } from '../../src/protocol/widget-words.ts';
import type { Health } from '../../src/server/routes/health.ts';
import { UploadsUnderWay } from '../../src/server/uploads-under-way.ts';
import type { Signals } from '../../src/signals/signals.ts';
import type { Store } from '../../src/stores/store.ts';
import type { Desk } from '../../src/console/desk.ts';
import type { IdentityProvider } from '../../src/console/identity.ts';
import type { Staff } from '../../src/console/staff.ts';
import { staff as staffOver } from '../../src/runtime/staff/staff.ts';
import { clock, limits, mind, running } from './running.ts';
import { memoryStore } from './stores.ts';

export const FOREIGN_ORIGIN = 'https://shop.example';
export const WIDGET_SCRIPT = `console.log("${'the widget '.repeat(200)}");`;

export interface TestServer {
  /** `http://127.0.0.1:<port>` */
  url: string;
  conversations: Conversations;
  staff: Staff;
  desk: Desk;
  /** Resolves when the effects of all commits so far have been carried out. */
  settled(): Promise<void>;
  store: Store;
  signals: Signals;
  /** Folder with the browser code that is served. */
  dist: string;
  /** What the channel and the server reported, oldest first. */
  errors: unknown[];
  stop(): Promise<void>;
}

/** What a test may have instead of a memory store, a server that is ready, operators without a token, and no OIDC. */
export interface TestParts {
  store?: Store;
  health?: Health;
  operatorToken?: string | null;
  provider?: IdentityProvider | null;
  /** Milliseconds for which whoever waits is offered; without it nobody is. */
  offerMs?: number;
}

/** A whole Parley on a free port. `around` may put something between it and its conversations. */
export async function startServer(
  channelOptions: Partial<WebChannelOptions> = {},
  around: (conversations: Conversations) => Conversations = conversations => conversations,
  {
    store = memoryStore(),
    health = { notReady: async () => null, metrics: async () => ({ type: 'text/plain', text: '' }) },
    operatorToken = null,
    provider = null,
    offerMs,
  }: TestParts = {},
): Promise<TestServer> {
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  const signals = localSignals();
  const {
    conversations: real,
    desk,
    evidence,
    library,
    figures,
    replies,
    settled,
  } = running(store, onError, { signals, ...(offerMs === undefined ? {} : { offerMs }) });
  const conversations = around(real);
  const staff = staffOver({ store, clock, sessions: { idle: 3_600_000, absolute: 12 * 3_600_000 } });
  const dist = mkdtempSync(join(tmpdir(), 'parley-dist-'));
  writeFileSync(join(dist, 'widget.js'), WIDGET_SCRIPT);
  const allowedOrigins = [FOREIGN_ORIGIN];
  const { gate = openGate, metrics = noMetrics } = channelOptions;
  const channel = webChannel({ conversations, signals, allowedOrigins, onError, ...channelOptions });
  const server = await createServer({
    conversations,
    allowedOrigins,
    dist,
    settings,
    limits,
    gate,
    metrics,
    uploads: new UploadsUnderWay(),
    health,
    console: { staff, desk, evidence, library, figures, replies, provider },
    operatorToken,
    onError,
  });
  channel.attach(server.server);
  const consoles = new ConsoleSockets({ desk, staff, signals, gate, onError });
  consoles.attach(server.server);
  await channel.start();
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    conversations,
    staff,
    desk,
    settled,
    store,
    signals,
    dist,
    errors,
    async stop() {
      consoles.stop();
      await channel.stop();
      await server.close();
      rmSync(dist, { recursive: true });
    },
  };
}

const settings = (language: keyof typeof mind.knowledge.phrases): WidgetSettings => {
  const given: Record<string, string> = mind.knowledge.phrases[language].widget;
  const words = Object.fromEntries(
    WIDGET_WORDS.map(word => [word, given[word] ?? word]),
  ) as WidgetSettings['words'];
  return { words, phones: ['95188'], limits };
};

import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Conversations } from '../channels/channel.ts';
import type { Language } from '../core/knowledge/localized.ts';
import type { EvidenceLimits } from '../evidence/evidence-store.ts';
import type { Gate } from '../limits/gate.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { WidgetSettings } from '../protocol/widget-words.ts';
import { consoleApi } from './console/console-api.ts';
import { givenBefore } from './console/given-before.ts';
import { reachOf } from './console/reach.ts';
import { type ConsoleParts, consoleRoutes } from './console/routes.ts';
import { answerBadAddress, answerErrors, answerNoRequest } from './answer-errors.ts';
import { crossOrigin } from './cross-origin.ts';
import { limitRequests } from './limit-requests.ts';
import { isOperator } from './operators.ts';
import { consolePage } from './routes/console-page.ts';
import { demoRoute } from './routes/demo.ts';
import { evidenceRoute } from './routes/evidence.ts';
import { type Health, healthRoutes } from './routes/health.ts';
import { settingsRoute } from './routes/settings.ts';
import { widgetRoute } from './routes/widget.ts';
import { secureHeaders } from './secure-headers.ts';
import type { UploadsUnderWay } from './uploads-under-way.ts';

export interface ServerOptions {
  conversations: Conversations;
  /** Origins whose pages may embed the widget, beside the server's own. */
  allowedOrigins: readonly string[];
  /** Folder with the built browser code. */
  dist: string;
  settings: (language: Language) => WidgetSettings;
  limits: EvidenceLimits;
  gate: Gate;
  metrics: Metrics;
  uploads: UploadsUnderWay;
  health: Health;
  console: Omit<ConsoleParts, 'onError'>;
  /** What operators name themselves by; null: whoever asks from this machine or its private network is one. */
  operatorToken: string | null;
  /** Told of what failed inside; nothing of it is answered to the client. */
  onError?: (error: unknown) => void;
}

/** Milliseconds for a whole request: a picture of 20 MB over a poor mobile line takes minutes. */
const REQUEST_TIMEOUT = 15 * 60_000;

/** Bytes of anything posted that is no form: there is nothing of the kind. Headers have Node's own limit, 16 KB. */
const BODY_LIMIT = 16 * 1024;

/** One file and little beside it. How long the file may be is the route's affair: it answers instead of failing. */
const FORM_LIMITS = { files: 1, fields: 5, parts: 6, fieldSize: 1024, headerPairs: 20, fileSize: Infinity };

/** The HTTP side of Parley, not yet listening. Requests are not logged: their headers hold tokens, their bodies stories. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { gate } = options;
  const server = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    forceCloseConnections: 'idle',
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerNoRequest,
  });
  const { onError = () => {} } = options;
  answerErrors(server, onError);
  secureHeaders(server);
  crossOrigin(server, options.allowedOrigins);
  limitRequests(server, gate);
  await server.register(multipart, { limits: FORM_LIMITS, throwFileSizeLimit: false });
  demoRoute(server);
  widgetRoute(server, options.dist);
  consolePage(server, options.dist);
  settingsRoute(server, options.settings);
  evidenceRoute(server, options);
  const { staff, desk } = options.console;
  const routes = consoleRoutes({ ...options.console, onError });
  const tools = { signIns: staff.signIns, reach: reachOf(desk), givenBefore: givenBefore(desk), gate };
  await consoleApi(server, routes, { ...tools, onError });
  healthRoutes(server, options.health, request => isOperator(request, gate, options.operatorToken));
  return server;
}

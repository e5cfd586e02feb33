import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Conversations } from '../channels/channel.ts';
import type { Language } from '../core/knowledge/localized.ts';
import type { EvidenceLimits } from '../evidence/evidence-store.ts';
import type { WidgetSettings } from '../protocol/widget-words.ts';
import { answerErrors } from './answer-errors.ts';
import { crossOrigin } from './cross-origin.ts';
import { demoRoute } from './routes/demo.ts';
import { evidenceRoute } from './routes/evidence.ts';
import { healthRoute } from './routes/health.ts';
import { settingsRoute } from './routes/settings.ts';
import { widgetRoute } from './routes/widget.ts';
import { secureHeaders } from './secure-headers.ts';

export interface ServerOptions {
  conversations: Conversations;
  /** Origins whose pages may embed the widget, beside the server's own. */
  allowedOrigins: readonly string[];
  /** Folder with the built browser code. */
  dist: string;
  settings: (language: Language) => WidgetSettings;
  limits: EvidenceLimits;
  /** Told of what failed inside; nothing of it is answered to the client. */
  onError?: (error: unknown) => void;
}

/** Milliseconds for a whole request: a picture of 20 MB over a poor mobile line takes minutes. */
const REQUEST_TIMEOUT = 15 * 60_000;

/** One file and little beside it. How long the file may be is the route's affair: it answers instead of failing. */
const FORM_LIMITS = { files: 1, fields: 5, parts: 6, fieldSize: 1024, headerPairs: 20, fileSize: Infinity };

/** The HTTP side of Parley, not yet listening. Requests are not logged: their headers hold tokens, their bodies stories. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = Fastify({ logger: false, requestTimeout: REQUEST_TIMEOUT, forceCloseConnections: 'idle' });
  answerErrors(server, options.onError ?? (() => {}));
  secureHeaders(server);
  crossOrigin(server, options.allowedOrigins);
  await server.register(multipart, { limits: FORM_LIMITS, throwFileSizeLimit: false });
  demoRoute(server);
  widgetRoute(server, options.dist);
  settingsRoute(server, options.settings);
  evidenceRoute(server, options);
  healthRoute(server);
  return server;
}

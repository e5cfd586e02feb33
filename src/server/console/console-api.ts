import cookie from '@fastify/cookie';
import type { FastifyError, FastifyInstance } from 'fastify';
import { CONSOLE_API } from '../../protocol/console/agreed.ts';
import { answerCall, type CallTools } from './answer-call.ts';
import { answerError } from './answer-error.ts';
import { documentation } from './documentation.ts';
import type { ConsoleRoute } from './route.ts';

/** Puts the table of routes, and what describes it, below `CONSOLE_API`. */
export async function consoleApi(
  server: FastifyInstance,
  routes: readonly ConsoleRoute[],
  { onError, ...tools }: CallTools & { onError: (error: unknown) => void },
): Promise<void> {
  await server.register(
    async api => {
      await api.register(cookie);
      api.setErrorHandler((error: FastifyError, _request, reply) => {
        const status = error.statusCode ?? 500;
        if (status >= 400 && status < 500) return answerError(reply, { refused: 'bad-request' });
        onError(error);
        return answerError(reply, { refused: 'failed' });
      });
      api.setNotFoundHandler((_request, reply) => answerError(reply, { refused: 'not-found' }));
      api.addHook('onSend', async (_request, reply) => {
        reply.header('Cross-Origin-Resource-Policy', 'same-origin');
      });
      for (const route of routes)
        api.route({
          method: route.method,
          url: route.path,
          handler: (request, reply) => answerCall(route, tools, request, reply),
        });
      documentation(api, routes);
    },
    { prefix: CONSOLE_API },
  );
}

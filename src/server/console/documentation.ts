import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { DOCS_STYLE, docsPage } from './docs-page.ts';
import { type OpenApi, openApi } from './openapi.ts';
import type { ConsoleRoute } from './route.ts';

/** `GET openapi.json`: the description of all routes. `GET docs`: the same to read, without any script. */
export function documentation(api: FastifyInstance, routes: readonly ConsoleRoute[]): void {
  let made: OpenApi | undefined;
  const description = (): OpenApi => (made ??= openApi(routes));
  const style = createHash('sha256').update(DOCS_STYLE).digest('base64');

  api.get('/openapi.json', async () => description());

  api.get('/docs', async (_request, reply) =>
    reply
      .header(
        'Content-Security-Policy',
        `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      )
      .type('text/html; charset=utf-8')
      .send(docsPage(description())),
  );
}

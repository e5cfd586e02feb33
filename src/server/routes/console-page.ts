import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { CONSOLE_PAGE } from '../../protocol/console/agreed.ts';
import { plainHost } from '../address-of.ts';
import { packedFile, sendPacked } from '../packed-file.ts';

/** What stands in the built page where each answer has a word of its own. */
const NONCE = 'PARLEY_NONCE';
/** Built files carry a hash of what is in them: an address never means anything else later. */
const ASSET = /^[\w-]+(\.[\w-]+)*\.(js|css)$/;
const KINDS = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };
const A_YEAR = 'public, max-age=31536000, immutable';

/** The console's page and what it loads. The page itself is never kept: it names the files of the newest build. */
export function consolePage(server: FastifyInstance, dist: string): void {
  const folder = join(dist, 'console');
  const assets = new Map<string, ReturnType<typeof packedFile>>();

  server.get(CONSOLE_PAGE.slice(0, -1), async (_request, reply) => reply.redirect(CONSOLE_PAGE));

  server.get(CONSOLE_PAGE, async (request, reply) => {
    const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null);
    if (page === null) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64');
    reply.header('Content-Security-Policy', policy(nonce, plainHost(request)));
    reply.header('Cross-Origin-Opener-Policy', 'same-origin');
    return reply.type('text/html; charset=utf-8').send(page.replaceAll(NONCE, nonce));
  });

  server.get<{ Params: { name: string } }>(`${CONSOLE_PAGE}assets/:name`, async (request, reply) => {
    const { name } = request.params;
    const kind = ASSET.exec(name)?.[2] as keyof typeof KINDS | undefined;
    if (!kind) return reply.callNotFound();
    const asset = assets.get(name) ?? packedFile(join(folder, 'assets', name));
    const packed = await asset();
    if (!packed) return reply.callNotFound();
    assets.set(name, asset);
    reply.header('Cache-Control', A_YEAR);
    reply.header('Cross-Origin-Resource-Policy', 'same-origin');
    return sendPacked(request, reply, packed, KINDS[kind]);
  });
}

/**
 * Styles come from our files, or from the components in elements that carry the nonce; attributes, which can do far
 * less, they set as they like. Frames show what the page itself has fetched, such as a PDF. For older Safari: it does not count a socket to the same host as `'self'`.
 */
function policy(nonce: string, host: string | null): string {
  const sockets = host === null ? '' : ` ws://${host} wss://${host}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self'",
    'frame-src blob:',
    `connect-src 'self'${sockets}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

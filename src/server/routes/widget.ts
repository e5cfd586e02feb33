import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

interface Built {
  /** Tells one build of the file from another without reading it. */
  stamp: string;
  etag: string;
  bodies: Record<Encoding, Buffer>;
}
type Encoding = 'br' | 'gzip' | 'identity';

/** `GET /widget.js`: the script an operator embeds. Its address never changes, so browsers ask after a while if it has. */
export function widgetRoute(server: FastifyInstance, dist: string): void {
  const path = join(dist, 'widget.js');
  let built: Promise<Built> | undefined;
  let stamp = '';

  server.get('/widget.js', async (request, reply) => {
    const status = await stat(path).catch(() => null);
    if (!status) return reply.callNotFound();
    const current = `${status.mtimeMs}-${status.size}`;
    if (current !== stamp || !built) {
      stamp = current;
      built = build(path, current);
      built.catch(() => {
        stamp = '';
      });
    }
    const { etag, bodies } = await built;
    const encoding = encodingFor(request.headers['accept-encoding']);
    reply.header('ETag', etag);
    reply.header('Cache-Control', 'public, max-age=300');
    reply.header('Vary', 'Origin, Accept-Encoding');
    reply.header('Cross-Origin-Resource-Policy', 'cross-origin');
    if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
    if (encoding !== 'identity') reply.header('Content-Encoding', encoding);
    return reply.type('text/javascript; charset=utf-8').send(bodies[encoding]);
  });
}

async function build(path: string, stamp: string): Promise<Built> {
  const identity = await readFile(path);
  const [br, zipped] = await Promise.all([promisify(brotliCompress)(identity), promisify(gzip)(identity)]);
  // Weak: the same script under every encoding, not the same bytes.
  const etag = `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 27)}"`;
  return { stamp, etag, bodies: { br, gzip: zipped, identity } };
}

function encodingFor(accepted: string | string[] | undefined): Encoding {
  const offers = String(accepted ?? '')
    .toLowerCase()
    .split(',')
    .map(offer => offer.trim())
    .filter(offer => !/;\s*q=0(\.0*)?$/.test(offer));
  const names = new Set(offers.map(offer => offer.split(';')[0]?.trim()));
  return names.has('br') ? 'br' : names.has('gzip') ? 'gzip' : 'identity';
}

const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch?.split(',').some(tag => tag.trim() === etag || tag.trim() === '*') ?? false;

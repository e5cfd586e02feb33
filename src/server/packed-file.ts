import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The best quality keeps whoever comes first waiting for seconds; this one is nearly as good. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

interface Packed {
  etag: string;
  bodies: Record<Encoding, Buffer>;
}
type Encoding = 'br' | 'gzip' | 'identity';

/** A file of the browser's code, packed once for each build of it. Null while there is none. */
export function packedFile(path: string): () => Promise<Packed | null> {
  let packed: Promise<Packed> | undefined;
  let stamp = '';

  return async () => {
    const status = await stat(path).catch(() => null);
    if (!status) return null;
    const current = `${status.mtimeMs}-${status.size}`;
    if (current !== stamp || !packed) {
      stamp = current;
      packed = pack(path);
      packed.catch(() => {
        stamp = '';
      });
    }
    return packed;
  };
}

/** Answers with the file in the best encoding the client takes, or that it has it already. `type` is a content type. */
export function sendPacked(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { etag, bodies }: Packed,
  type: string,
): FastifyReply {
  reply.header('ETag', etag);
  reply.header('Vary', 'Origin, Accept-Encoding');
  if (isKnown(headers['if-none-match'], etag)) return reply.code(304).send();
  const encoding = encodingFor(headers['accept-encoding']);
  if (encoding !== 'identity') reply.header('Content-Encoding', encoding);
  return reply.type(type).send(bodies[encoding]);
}

async function pack(path: string): Promise<Packed> {
  const identity = await readFile(path);
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(identity, QUICK),
    promisify(gzip)(identity),
  ]);
  // Weak: the same file under every encoding, not the same bytes.
  const etag = `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 27)}"`;
  return { etag, bodies: { br, gzip: zipped, identity } };
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

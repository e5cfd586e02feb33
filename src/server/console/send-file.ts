import { Readable } from 'node:stream';
import { create } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parse } from 'range-parser';
import type { FileAnswer } from './route.ts';

/** Whatever a file holds, it acts nowhere: it runs nothing, loads nothing, and is of no origin. */
const INERT = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** The bit by which the parser says so. */
const MALFORMED = 1;

/** Sends a file whole, or the stretch of it that is asked for, as players do. */
export function sendFile(file: FileAnswer, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { type, name, bytes } = file;
  reply
    .header('Content-Disposition', name === null ? 'inline' : create(name, { fallback: false }))
    .header('Content-Security-Policy', INERT)
    .type(type);
  if (bytes instanceof ReadableStream) return reply.send(Readable.fromWeb(bytes));
  const whole = Buffer.from(bytes);
  reply.header('Accept-Ranges', 'bytes');
  const stretch = stretchOf(request, whole.length);
  if (stretch === null) return reply.send(whole);
  if (stretch === 'outside') return reply.code(416).header('Content-Range', `bytes */${whole.length}`).send();
  const { start, end } = stretch;
  return reply
    .code(206)
    .header('Content-Range', `bytes ${start}-${end}/${whole.length}`)
    .send(whole.subarray(start, end + 1));
}

/** Null: all of it. Several stretches at once nobody here asks for, and whoever does is given all. */
function stretchOf(
  { headers }: FastifyRequest,
  size: number,
): { start: number; end: number } | 'outside' | null {
  const { range } = headers;
  // A file has no version that `If-Range` could name.
  if (range === undefined || headers['if-range'] !== undefined) return null;
  const { code, type, ranges } = parse(size, range);
  if (type !== 'bytes' || (code & MALFORMED) !== 0) return null;
  const [first, ...others] = ranges;
  if (!first) return 'outside';
  return others.length > 0 ? null : first;
}

import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isAllowed, RefusedAddress } from './address-rules.ts';
import { guardedLookup, type Resolve } from './guarded-lookup.ts';

export interface PostOptions {
  allowPrivate: boolean;
  resolve?: Resolve | undefined;
  /** Milliseconds from the look-up to the answer's status. */
  timeoutMs: number;
}

/** So much of an answer is read, out of courtesy; what it says is of no use here. */
const MOST_BYTES = 16 * 1024;

/** Posts JSON and resolves to the status that comes back. Redirects are not followed: nobody has checked where they lead. */
export function post(
  url: URL,
  body: string,
  headers: Record<string, string>,
  options: PostOptions,
): Promise<number> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const mayReach = (address: string): boolean => isAllowed(address, options.allowPrivate);
  // An address is never looked up.
  if (isIP(host) !== 0 && !mayReach(host)) return Promise.reject(new RefusedAddress(host));
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'Parley', ...headers },
    agent: false,
    lookup: guardedLookup(mayReach, options.resolve),
    signal: AbortSignal.timeout(options.timeoutMs),
  });
  request.on('error', reject);
  request.on('response', response => {
    resolve(response.statusCode ?? 0);
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) response.destroy();
    });
    response.on('error', () => {});
  });
  request.end(body);
  return promise;
}

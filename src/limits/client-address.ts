import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';

export interface ClientAddress {
  /** What limits count by: an IPv4 address, or the /64 network of an IPv6 one, for one line has all of that. */
  keyOf(request: IncomingMessage): string;
  /** Whether a request comes from this machine or its private network, and through no proxy that is not trusted. */
  isPrivate(request: IncomingMessage): boolean;
}

/**
 * Where requests come from: the socket's other end or, where that is a trusted proxy, whom it names in
 * `X-Forwarded-For`.
 * @param trusted addresses, networks (`10.0.0.0/8`) or `loopback`, `linklocal`, `uniquelocal`
 * @param onUnknownProxy called once when a request came through a proxy though none is trusted: all who come through it
 * then count as one
 */
export function clientAddress(trusted: readonly string[], onUnknownProxy = () => {}): ClientAddress {
  const isTrusted = proxyAddr.compile([...trusted]);
  let isTold = false;
  const tellOnce = (request: IncomingMessage): void => {
    if (isTold || trusted.length > 0 || !isForwarded(request)) return;
    isTold = true;
    onUnknownProxy();
  };
  const addressOf = (request: IncomingMessage): ipaddr.IPv4 | ipaddr.IPv6 | null => {
    const claimed = withoutPort(proxyAddr(request, isTrusted));
    return parsed(claimed) ?? parsed(request.socket.remoteAddress ?? '');
  };
  return {
    keyOf(request) {
      tellOnce(request);
      const address = addressOf(request);
      if (!address) return 'unknown';
      return address instanceof ipaddr.IPv6
        ? `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/64`).toString()}/64`
        : address.toString();
    },
    isPrivate(request) {
      const remote = request.socket.remoteAddress ?? '';
      if (isForwarded(request) && !isTrusted(remote, 0)) return false;
      return PRIVATE.has(addressOf(request)?.range() ?? '');
    },
  };
}

/** Whether a list can be handed to `clientAddress`. */
export function areProxies(list: readonly string[]): boolean {
  try {
    proxyAddr.compile([...list]);
    return true;
  } catch {
    return false;
  }
}

const PRIVATE = new Set(['loopback', 'private', 'uniqueLocal', 'linkLocal']);

const isForwarded = ({ headers }: IncomingMessage): boolean =>
  headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;

const parsed = (address: string): ipaddr.IPv4 | ipaddr.IPv6 | null =>
  ipaddr.isValid(address) ? ipaddr.process(address) : null;

/** Some proxies write the port behind the address. */
const withoutPort = (address: string): string =>
  /^([\d.]+):\d+$/.exec(address)?.[1] ?? /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? address;

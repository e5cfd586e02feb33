import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A target's name leads to an address that must not be spoken to. */
export class RefusedAddress extends Error {
  override name = 'RefusedAddress';

  constructor(host: string) {
    super(`${host} leads to an address that webhooks are not sent to`);
  }
}

/** Ranges of an operator's own networks. All others that are not public are refused in any case. */
const OWN = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat']);
/** Of IPv6, addresses out of this block have been given to networks; what ipaddr.js calls unicast is all the rest too. */
const GIVEN = ipaddr.parseCIDR('2000::/3');
/** Public by its range, but answered by the machine's own cloud (Azure's host). */
const CLOUD = '168.63.129.16';

/**
 * Whether a webhook may go to an IP address: only to public ones, or with `allowPrivate` to the operator's own networks
 * too. Addresses that hold another one (mapped, NAT64, 6to4, Teredo) count as that one or are refused.
 */
export function isAllowed(address: string, allowPrivate: boolean): boolean {
  const written = spelledOut(address);
  if (written === null) return false;
  const parsed = ipaddr.process(written);
  const range = parsed.range();
  if (OWN.has(range)) return allowPrivate;
  if (range !== 'unicast' || parsed.toString() === CLOUD) return false;
  return parsed.kind() === 'ipv4' || parsed.match(GIVEN);
}

/** An address in figures only: ipaddr.js takes `::1.2.3.4`, which is an address of IPv6, for the IPv4 address in it. */
function spelledOut(address: string): string | null {
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : null;
  return URL.parse(`http://[${address}]`)?.hostname.slice(1, -1) ?? null;
}

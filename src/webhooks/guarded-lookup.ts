import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { RefusedAddress } from './address-rules.ts';

/** All addresses of a name, as `dns.lookup` gives them. */
export type Resolve = (
  hostname: string,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const resolveBySystem: Resolve = (hostname, callback) => lookup(hostname, { all: true }, callback);

/**
 * The look-up that a connection itself makes, so that what was checked is what is connected to, whatever the name
 * leads to a moment later. One address that is not allowed refuses the name.
 */
export function guardedLookup(
  isAllowed: (address: string) => boolean,
  resolve = resolveBySystem,
): LookupFunction {
  return (hostname, { all }, callback) => {
    resolve(hostname, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error) callback(error, '', 0);
      else if (!first || !addresses.every(({ address }) => isAllowed(address)))
        callback(new RefusedAddress(hostname), '', 0);
      else if (all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

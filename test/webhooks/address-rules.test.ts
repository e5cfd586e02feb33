import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAllowed } from '../../src/webhooks/address-rules.ts';

describe('webhooks go', () => {
  test.each([
    '93.184.216.34',
    '8.8.8.8',
    '2606:2800:220:1:248:1893:25c8:1946',
    '::ffff:93.184.216.34',
  ])('to %s, which is public', address =>
    expect([isAllowed(address, false), isAllowed(address, true)]).toEqual([true, true]));

  test.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['loopback', '::1'],
    ['private', '10.0.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.0.1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ["carrier-grade NAT, a cloud's metadata", '100.100.100.200'],
    ['unique local', 'fd00::1'],
    ["unique local, a cloud's metadata", 'fd00:ec2::254'],
    ['mapped private', '::ffff:10.0.0.1'],
    ['mapped loopback', '::ffff:7f00:1'],
  ])('to %s (%s) only when own networks are allowed', (_, address) =>
    expect([isAllowed(address, false), isAllowed(address, true)]).toEqual([false, true]));

  test.each([
    ['metadata', '169.254.169.254'],
    ['mapped metadata', '::ffff:169.254.169.254'],
    ["Azure's host", '168.63.129.16'],
    ['link-local', 'fe80::1'],
    ['site-local', 'fec0::1'],
    ['unspecified', '0.0.0.0'],
    ['unspecified', '::'],
    ['this network', '0.1.2.3'],
    ['multicast', '224.0.0.1'],
    ['multicast', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['documentation', '192.0.2.1'],
    ['documentation', '2001:db8::1'],
    ['benchmarks', '198.18.0.1'],
    ['protocols', '192.0.0.8'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['local NAT64', '64:ff9b:1::a00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:1::1'],
    ['compatible loopback', '::7f00:1'],
    ['not given to anybody', '4000::1'],
    ['no address', 'localhost'],
    ['no address', ''],
  ])('never to %s (%s)', (_, address) =>
    expect([isAllowed(address, false), isAllowed(address, true)]).toEqual([false, false]));

  test('to no more of IPv4 when it is written as IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.boolean(), (address, allowPrivate) => {
        expect(isAllowed(`::ffff:${address}`, allowPrivate)).toBe(isAllowed(address, allowPrivate));
        expect(isAllowed(`::${address}`, allowPrivate)).toBe(false);
      }),
    );
  });
});

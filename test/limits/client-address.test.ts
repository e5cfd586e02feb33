import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { areProxies, clientAddress } from '../../src/limits/client-address.ts';

const request = (remoteAddress: string | undefined, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

const trusting = clientAddress(['loopback', '10.0.0.0/8']);
const trustingNobody = clientAddress([]);

describe('where a request comes from', () => {
  test.each([
    ['the other end of the socket', trustingNobody, '198.51.100.7', undefined, '198.51.100.7'],
    ['not whom a stranger names', trustingNobody, '198.51.100.7', '203.0.113.9', '198.51.100.7'],
    [
      'not whom a stranger names, where others are trusted',
      trusting,
      '198.51.100.7',
      '1.1.1.1',
      '198.51.100.7',
    ],
    ['whom a trusted proxy names', trusting, '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['the last that is not trusted', trusting, '10.0.0.2', '1.1.1.1, 203.0.113.9, 10.0.0.3', '203.0.113.9'],
    ['without the port some proxies write', trusting, '127.0.0.1', '203.0.113.9:4711', '203.0.113.9'],
    ['the proxy, where it names nobody', trusting, '127.0.0.1', 'unknown', '127.0.0.1'],
    ['IPv4 within IPv6', trusting, '::ffff:198.51.100.7', undefined, '198.51.100.7'],
    ['all of one IPv6 line as one', trusting, '2001:db8:1:2:a:b:c:d', undefined, '2001:db8:1:2::/64'],
    ['an IPv6 address with a port', trusting, '::1', '[2001:db8::1]:443', '2001:db8::/64'],
    ['nowhere known, where the socket is gone', trusting, undefined, undefined, 'unknown'],
  ])('is %s', (_, address, remote, forwarded, key) => {
    expect(address.keyOf(request(remote, forwarded))).toBe(key);
  });

  test.each([
    ['this machine', trustingNobody, '127.0.0.1', undefined, true],
    ['the private network', trustingNobody, '192.168.1.20', undefined, true],
    ['the private network by IPv6', trustingNobody, 'fd00::1', undefined, true],
    ['anywhere else', trustingNobody, '198.51.100.7', undefined, false],
    ['a proxy on this machine that nobody trusts', trustingNobody, '127.0.0.1', '127.0.0.1', false],
    ['the world, through a trusted proxy', trusting, '127.0.0.1', '203.0.113.9', false],
    ['the private network, through a trusted proxy', trusting, '127.0.0.1', '192.168.1.20', true],
  ])('is private or not: %s', (_, address, remote, forwarded, isPrivate) => {
    expect(address.isPrivate(request(remote, forwarded))).toBe(isPrivate);
  });

  test('an operator hears once that a proxy is not known', () => {
    let told = 0;
    const address = clientAddress([], () => told++);
    address.keyOf(request('127.0.0.1'));
    expect(told).toBe(0);
    for (let count = 0; count < 3; count++) address.keyOf(request('127.0.0.1', '203.0.113.9'));
    expect(told).toBe(1);
  });

  test('what names no proxy is told apart', () => {
    expect([areProxies(['loopback', '10.0.0.0/8', '::1']), areProxies(['everybody'])]).toEqual([true, false]);
  });
});

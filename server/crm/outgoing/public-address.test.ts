import { describe, expect, it } from 'vitest';
import { isPublic } from './guarded-outgoing';

describe('an address', () => {
  it.each(['93.184.216.34', '1.1.1.1', '::ffff:93.184.216.34', '2606:4700::1111'])(
    '%s is of the open internet',
    (at) => {
      expect(isPublic(at)).toBe(true);
    },
  );

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback, another of its block', '127.255.255.254'],
    ['this host', '0.0.0.0'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['link-local, where clouds keep their secrets', '169.254.169.254'],
    ['carrier', '100.64.0.1'],
    ['protocol assignments', '192.0.0.1'],
    ['documentation', '192.0.2.1'],
    ['benchmarks', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['loopback of IPv6', '::1'],
    ['unspecified', '::'],
    ['loopback mapped into IPv6', '::ffff:127.0.0.1'],
    ['loopback mapped into IPv6, in hex', '::ffff:7f00:1'],
    ['private mapped into IPv6', '::ffff:10.0.0.1'],
    ['loopback as IPv6 once wrote it', '::127.0.0.1'],
    ['loopback as IPv6 once wrote it, in hex', '::7f00:1'],
    ['what is given to nobody', '4000::1'],
    ['loopback through NAT64', '64:ff9b::127.0.0.1'],
    ['private through a network’s own NAT64', '64:ff9b:1::10.0.0.1'],
    ['loopback through 6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:1::'],
    ['unique local', 'fc00::1'],
    ['unique local, where clouds keep their secrets', 'fd00:ec2::254'],
    ['link-local of IPv6', 'fe80::1'],
    ['site-local', 'fec0::1'],
    ['multicast of IPv6', 'ff02::1'],
    ['documentation of IPv6', '2001:db8::1'],
    ['discarded', '100::1'],
    ['no address at all', 'example.com'],
    ['nothing', ''],
  ])('of %s is not: %s', (_name, at) => {
    expect(isPublic(at)).toBe(false);
  });
});

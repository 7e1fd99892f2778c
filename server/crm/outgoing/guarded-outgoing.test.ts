import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createOutgoing, type OutgoingOptions } from './guarded-outgoing';

/** What a name resolves to, asked anew each time; `asked` counts. */
function names(resolve: (name: string) => string[]) {
  const asked: string[] = [];
  const lookup = ((name: string, options: { all?: boolean }, done: (...said: unknown[]) => void) => {
    asked.push(name);
    const found: LookupAddress[] = resolve(name).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (!found[0]) return done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
    if (options.all) return done(null, found);
    done(null, found[0].address, found[0].family);
  }) as unknown as LookupFunction;
  return { asked, lookup };
}

const get = (url: string, options: Partial<OutgoingOptions> = {}) =>
  createOutgoing({ hosts: null, allowPrivate: false, timeoutMs: 3_000, ...options })({
    method: 'GET',
    url,
    headers: {},
  });

describe('an address that a team gives', () => {
  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://017700000001/',
    'https://127.0.0.1./',
    'https://0/',
    'https://0.0.0.0/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://１２７.０.０.１/',
    'https://127。0。0。1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fd00:ec2::254]/',
    'https://10.0.0.1/',
    'https://192.168.0.1/',
  ])('is refused when it is one of this network, however it is spelled: %s', async (url) => {
    const { asked, lookup } = names(() => ['93.184.216.34']);
    await expect(get(url, { lookup })).rejects.toMatchObject({ kind: 'forbidden' });
    expect(asked).toEqual([]);
  });

  it('is refused when this machine’s own name resolves to it', async () => {
    await expect(get('https://localhost/')).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it.each([
    ['127.0.0.1'],
    ['::1'],
    ['::ffff:10.0.0.1'],
    ['169.254.169.254'],
    ['93.184.216.34', '127.0.0.1'],
    ['127.0.0.1', '2606:4700::1111'],
  ])('is refused when a name resolves to %s %s', async (...addresses) => {
    const { asked, lookup } = names(() => addresses);
    await expect(get('https://crm.example/', { lookup })).rejects.toMatchObject({ kind: 'forbidden' });
    expect(asked).toEqual(['crm.example']);
  });

  it('is judged at every connecting, so that a name which turns inward later is caught', async () => {
    let inward = false;
    const { lookup } = names(() => (inward ? ['127.0.0.1'] : []));
    const outgoing = createOutgoing({ hosts: null, allowPrivate: false, lookup });
    const ask = () => outgoing({ method: 'GET', url: 'https://turns.example/', headers: {} });
    await expect(ask()).rejects.toMatchObject({ kind: 'not-sent' });
    inward = true;
    await expect(ask()).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('is looked up once a connecting: what was judged is what is connected to', async () => {
    // The second answer would be this machine.
    let times = 0;
    const { lookup } = names(() => (times++ === 0 ? ['127.0.0.1'] : ['93.184.216.34']));
    await expect(get('https://rebinds.example/', { lookup })).rejects.toMatchObject({ kind: 'forbidden' });
    expect(times).toBe(1);
  });

  it.each([
    'http://crm.example/',
    'https://crm.example:8443/',
    'https://crm.example:80/',
    'ftp://crm.example/',
    'file:///etc/passwd',
    'data:text/plain,hello',
    'https://someone@crm.example/',
    'https://someone:password@crm.example/',
    'crm.example',
    '',
  ])('is refused when it is not plain https on its own port: %j', async (url) => {
    const { asked, lookup } = names(() => ['93.184.216.34']);
    await expect(get(url, { lookup })).rejects.toMatchObject({ kind: 'forbidden' });
    expect(asked).toEqual([]);
  });

  it('carries no password even where private ones are allowed', async () => {
    await expect(get('http://someone:password@127.0.0.1/', { allowPrivate: true })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('hosts that are listed', () => {
  const hosts = ['api.vendor.example', '.force.example'];
  it.each([
    ['https://api.vendor.example/', 'not-sent'],
    ['https://API.Vendor.example/', 'not-sent'],
    ['https://eu.force.example/', 'not-sent'],
    ['https://a.b.force.example/', 'not-sent'],
    ['https://force.example/', 'forbidden'],
    ['https://notforce.example/', 'forbidden'],
    ['https://vendor.example/', 'forbidden'],
    ['https://api.vendor.example.evil.example/', 'forbidden'],
    ['https://api.vendor.example@evil.example/', 'forbidden'],
    ['https://api.vendor.example./', 'forbidden'],
    ['https://evil.example/api.vendor.example', 'forbidden'],
    ['https://93.184.216.34/', 'forbidden'],
  ])('%s: %s', async (url, kind) => {
    const { asked, lookup } = names(() => []);
    await expect(get(url, { hosts, lookup })).rejects.toMatchObject({ kind });
    expect(asked).toHaveLength(kind === 'forbidden' ? 0 : 1);
  });

  it('are still refused when their name resolves inside', async () => {
    const { lookup } = names(() => ['10.0.0.1']);
    await expect(get('https://api.vendor.example/', { hosts, lookup })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

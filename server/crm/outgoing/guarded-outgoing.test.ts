import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createOutgoing, isPublic } from './guarded-outgoing';
import type { OutgoingRequest } from './outgoing';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listening(handle: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const get = (url: string): OutgoingRequest => ({ method: 'GET', url, headers: {} });
const open = createOutgoing({ hosts: null, allowPrivate: true, timeoutMs: 500, maxBytes: 1_000 });
const guarded = createOutgoing({ hosts: null, allowPrivate: false, timeoutMs: 500 });

describe('what must not be reached', () => {
  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.7/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://[fd00::1]/',
    'http://example.com/',
    'https://example.com:8443/',
    'https://user:pass@example.com/',
    'ftp://example.com/',
    'not an address',
  ])('is not, however it is spelled: %s', async (url) => {
    await expect(guarded(get(url))).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('is not by a name that points inside, looked at when connecting', async () => {
    let asked = 0;
    const inside: LookupFunction = (_name, options, done) => {
      asked += 1;
      if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }] as never, 4);
      else done(null, '127.0.0.1', 4);
    };
    const outgoing = createOutgoing({ hosts: null, allowPrivate: false, timeoutMs: 500, lookup: inside });
    await expect(outgoing(get('https://rebound.example/'))).rejects.toMatchObject({ kind: 'forbidden' });
    expect(asked).toBeGreaterThan(0);
  });

  it('is not when one of several addresses is inside', async () => {
    const mixed: LookupFunction = (_name, _options, done) =>
      done(
        null,
        [
          { address: '93.184.216.34', family: 4 },
          { address: '10.0.0.1', family: 4 },
        ] as never,
        4,
      );
    const outgoing = createOutgoing({ hosts: null, allowPrivate: false, timeoutMs: 500, lookup: mixed });
    await expect(outgoing(get('https://mixed.example/'))).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('is everything but a vendor’s own hosts, where it has some', async () => {
    const vendor = createOutgoing({ hosts: ['api.hubapi.com', '.pipedrive.com'], allowPrivate: true, timeoutMs: 500 });
    for (const url of [
      'https://evil.example/',
      'https://api.hubapi.com.evil.example/',
      'https://pipedrive.com.evil.example/',
      'https://evilpipedrive.com/',
    ])
      await expect(vendor(get(url))).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('leaves the open internet open', () => {
    expect(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'].map(isPublic)).toEqual([true, true]);
  });
});

describe('an answer', () => {
  it('is read with its status and headers, and redirects are not followed', async () => {
    let asked = 0;
    const url = await listening((_, response) => {
      asked += 1;
      response.writeHead(302, { location: '/elsewhere', 'x-said': 'yes' }).end('moved');
    });
    const answer = await open(get(url));
    expect([answer.status, answer.headers.get('x-said'), answer.text, asked]).toEqual([302, 'yes', 'moved', 1]);
  });

  it('is in doubt when it is too large, too slow or breaks off', async () => {
    const large = await listening((_, response) => response.end('x'.repeat(2_000)));
    const slow = await listening((_, response) => response.write('half'));
    const cut = await listening((request) => request.socket.destroy());
    for (const url of [large, slow, cut]) await expect(open(get(url))).rejects.toMatchObject({ kind: 'in-doubt' });
  });

  it('is none, and nothing was sent, where nobody listens or there is no such name', async () => {
    const url = await listening((_, response) => response.end());
    for (const server of servers.splice(0)) await new Promise((done) => server.close(done));
    await expect(open(get(url))).rejects.toMatchObject({ kind: 'not-sent' });
    const nowhere: LookupFunction = (_name, _options, done) =>
      done(Object.assign(new Error(), { code: 'ENOTFOUND' }), '', 0);
    const outgoing = createOutgoing({ hosts: null, allowPrivate: true, timeoutMs: 500, lookup: nowhere });
    await expect(outgoing(get('http://nowhere.example/'))).rejects.toMatchObject({ kind: 'not-sent' });
  });
});

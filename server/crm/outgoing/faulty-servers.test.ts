import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../../free-port';
import { createOutgoing, type OutgoingOptions } from './guarded-outgoing';

const running: { server: Server; sockets: Set<Socket> }[] = [];
afterEach(async () => {
  for (const { server, sockets } of running.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  }
});

async function listen(server: Server): Promise<{ port: number; sockets: Set<Socket> }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {})));
  running.push({ server, sockets });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, sockets };
}

async function serve(listener: RequestListener) {
  const { port, sockets } = await listen(createServer(listener));
  return { url: `http://127.0.0.1:${port}/`, sockets };
}

const outgoingTo = (options: Partial<OutgoingOptions> = {}) =>
  createOutgoing({ hosts: null, allowPrivate: true, timeoutMs: 5_000, ...options });
const post = (url: string, options: Partial<OutgoingOptions> = {}) =>
  outgoingTo(options)({ method: 'POST', url, headers: { 'content-type': 'application/json' }, body: '{"a":1}' });

describe('where private addresses are allowed', () => {
  it('a request arrives as it was given, and its answer comes back whole', async () => {
    const { url } = await serve(async (incoming, outgoing) => {
      let text = '';
      for await (const chunk of incoming) text += chunk;
      const { method, headers } = incoming;
      outgoing.setHeader('set-cookie', ['a=1', 'b=2']);
      outgoing.writeHead(201, { 'x-id': '7' });
      outgoing.end(
        JSON.stringify({ method, url: incoming.url, text, type: headers['content-type'], own: headers['x-own'] }),
      );
    });
    const answer = await outgoingTo()({
      method: 'PATCH',
      url: `${url}notes?of=9`,
      headers: { 'content-type': 'application/json', 'x-own': 'ü'.normalize('NFD').length.toString() },
      body: '{"text":"Größe"}',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-id')).toBe('7');
    expect(answer.headers.get('set-cookie')).toBe('a=1, b=2');
    expect(JSON.parse(answer.text)).toEqual({
      method: 'PATCH',
      url: '/notes?of=9',
      text: '{"text":"Größe"}',
      type: 'application/json',
      own: '2',
    });
  });

  it.each([301, 302, 303, 307, 308])('a redirect is an answer, and is not followed: %i', async (status) => {
    const seen: string[] = [];
    const { url } = await serve((incoming, outgoing) => {
      seen.push(incoming.url ?? '');
      outgoing.writeHead(status, { location: '/elsewhere' }).end();
    });
    expect((await post(url)).status).toBe(status);
    expect(seen).toEqual(['/']);
  });

  it('connections serve one request after the other', async () => {
    const { url, sockets } = await serve((_incoming, outgoing) => void outgoing.end('ok'));
    const outgoing = outgoingTo();
    for (let i = 0; i < 20; i++) expect((await outgoing({ method: 'GET', url, headers: {} })).text).toBe('ok');
    expect(sockets.size).toBeLessThan(3);
  });

  it('a connection that the other side ended while it lay idle is made anew', async () => {
    const { url, sockets } = await serve((_incoming, outgoing) => void outgoing.end('ok'));
    const outgoing = outgoingTo();
    await outgoing({ method: 'GET', url, headers: {} });
    const [first] = sockets;
    if (first) {
      first.end();
      await once(first, 'close');
    }
    expect((await outgoing({ method: 'POST', url, headers: {}, body: '{}' })).text).toBe('ok');
    expect(sockets.size).toBe(2);
  });

  it('an answer that takes too long after its beginning is in doubt', async () => {
    const { url } = await serve((_incoming, outgoing) => {
      outgoing.writeHead(200);
      outgoing.write('{"id":');
    });
    await expect(post(url, { timeoutMs: 300 })).rejects.toMatchObject({ kind: 'in-doubt' });
  });

  it('an answer that drips is cut off at the time for the whole of it', async () => {
    const { url } = await serve((_incoming, outgoing) => {
      const timer = setInterval(() => outgoing.write(' '), 20);
      outgoing.on('close', () => clearInterval(timer));
    });
    await expect(post(url, { timeoutMs: 400 })).rejects.toMatchObject({ kind: 'in-doubt' });
  });

  it('an answer that never begins is in doubt', async () => {
    const { url } = await serve(() => {});
    await expect(post(url, { timeoutMs: 300 })).rejects.toMatchObject({ kind: 'in-doubt' });
  });

  it('an answer larger than what is read is in doubt, and the rest is not waited for', async () => {
    let isOver = false;
    const { url } = await serve((_incoming, outgoing) => {
      const chunk = Buffer.alloc(64 * 1024, 'a');
      const more = () => {
        while (!isOver && outgoing.write(chunk));
      };
      outgoing.on('drain', more).on('close', () => {
        isOver = true;
      });
      more();
    });
    await expect(post(url, { maxBytes: 100_000 })).rejects.toMatchObject({ kind: 'in-doubt' });
    await expect.poll(() => isOver).toBe(true);
  });

  it('an answer of just that size is read', async () => {
    const { url } = await serve((_incoming, outgoing) => void outgoing.end('a'.repeat(100_000)));
    expect((await post(url, { maxBytes: 100_000 })).text).toHaveLength(100_000);
    await expect(post(url, { maxBytes: 99_999 })).rejects.toMatchObject({ kind: 'in-doubt' });
  });

  it('an answer that breaks off is in doubt', async () => {
    const { url } = await serve((incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-length': '100' });
      outgoing.write('half', () => incoming.socket.destroy());
    });
    await expect(post(url)).rejects.toMatchObject({ kind: 'in-doubt' });
  });

  it('a connection that is cut after the request came is in doubt', async () => {
    let came = 0;
    const { url } = await serve((incoming) => {
      came += 1;
      incoming.socket.resetAndDestroy();
    });
    await expect(post(url)).rejects.toMatchObject({ kind: 'in-doubt' });
    expect(came).toBe(1);
  });

  it('a connection that is cut before anything was read is in doubt all the same: it cannot be known', async () => {
    const { port } = await listen(createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy())));
    await expect(post(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ kind: 'in-doubt' });
  });

  it('what speaks something else is in doubt', async () => {
    const { port } = await listen(createTcpServer((socket) => void socket.end('SSH-2.0-OpenSSH_9\r\n')));
    await expect(post(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ kind: 'in-doubt' });
  });

  it('nothing was sent where nobody listens', async () => {
    await expect(post(`http://127.0.0.1:${await freePort()}/`)).rejects.toMatchObject({ kind: 'not-sent' });
  });

  it('nothing was sent to a name that does not exist', async () => {
    await expect(post('http://nowhere.invalid/')).rejects.toMatchObject({ kind: 'not-sent' });
  });

  it('nothing was sent when TLS was not agreed on', async () => {
    const heard: Buffer[] = [];
    const plain = await listen(
      createTcpServer((socket) =>
        socket.on('data', (data) => {
          heard.push(data);
          socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
        }),
      ),
    );
    await expect(post(`https://127.0.0.1:${plain.port}/`)).rejects.toMatchObject({ kind: 'not-sent' });
    expect(Buffer.concat(heard).toString()).not.toContain('{"a":1}');
    const bare = await listen(createTlsServer({}));
    await expect(post(`https://127.0.0.1:${bare.port}/`)).rejects.toMatchObject({ kind: 'not-sent' });
    const cut = await listen(createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy())));
    await expect(post(`https://127.0.0.1:${cut.port}/`)).rejects.toMatchObject({ kind: 'not-sent' });
  });

  it('nothing was sent when the time was over before TLS was agreed on', async () => {
    const { port } = await listen(createTcpServer(() => {}));
    await expect(post(`https://127.0.0.1:${port}/`, { timeoutMs: 300 })).rejects.toMatchObject({ kind: 'not-sent' });
  });
});

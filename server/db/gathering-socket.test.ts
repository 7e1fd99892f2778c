import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GatheringSocket } from './gathering-socket';

const server = createServer();
let near: GatheringSocket;
let far: Socket;
/** How many bytes each system call sends. */
const sent: number[] = [];

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const met = new Promise<Socket>((done) => server.once('connection', done));
  near = new GatheringSocket();
  const { _write: write, _writev: writev } = near as unknown as Record<string, (...given: unknown[]) => void>;
  Object.assign(near, {
    _write(chunk: Buffer, ...rest: unknown[]) {
      sent.push(chunk.length);
      write?.call(near, chunk, ...rest);
    },
    _writev(chunks: { chunk: Buffer }[], ...rest: unknown[]) {
      sent.push(chunks.reduce((sum, { chunk }) => sum + chunk.length, 0));
      writev?.call(near, chunks, ...rest);
    },
  });
  const { port } = server.address() as { port: number };
  await new Promise<void>((done) => near.connect(port, '127.0.0.1', done));
  far = await met;
});
afterAll(() => {
  near.destroy();
  server.close();
});

function heard(length: number): Promise<string> {
  return new Promise((done) => {
    let text = '';
    far.on('data', function listen(chunk) {
      text += String(chunk);
      if (text.length < length) return;
      far.off('data', listen);
      done(text);
    });
  });
}

/** As pg sends a statement. */
function send(...messages: string[]): void {
  near.cork();
  for (const message of messages) near.write(message);
  near.uncork();
}

it('sends at once what is written in one turn of the loop, in its order', async () => {
  const all = heard(12);
  send('one', 'two');
  const later = Promise.resolve().then(() => send('six'));
  near.write('ten');
  await later;
  expect(await all).toBe('onetwotensix');
  expect(sent).toEqual([12]);
});

it('sends what comes in a later turn by itself', async () => {
  const again = heard(5);
  send('later');
  expect(await again).toBe('later');
  expect(sent).toEqual([12, 5]);
});

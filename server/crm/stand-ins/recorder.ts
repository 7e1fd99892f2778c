import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came over the wire: what a vendor would tell it by. */
export type Recorded = {
  method: string;
  path: string;
  query: Record<string, string>;
  authorization: string;
  contentType: string;
  body: unknown;
};
export type Recorder = {
  origin: string;
  /** What came since it was last asked. */
  taken(): Recorded[];
  stop(): Promise<void>;
};

/** Writes down what it is sent. `tokenHeader` is the vendor's own header for a token, where it has one. */
export async function startRecorder(
  answerTo: (request: Recorded) => unknown,
  tokenHeader = 'authorization',
): Promise<Recorder> {
  let recorded: Recorded[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const url = new URL(incoming.url ?? '/', 'http://recorder');
    const contentType = incoming.headers['content-type']?.split(';')[0] ?? '';
    const text = Buffer.concat(chunks).toString();
    const request: Recorded = {
      method: incoming.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      authorization: String(incoming.headers[tokenHeader] ?? incoming.headers.authorization ?? ''),
      // Some clients name a type also where there is no body.
      contentType: text === '' ? '' : contentType,
      body: bodyOf(text, contentType),
    };
    recorded.push(request);
    outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answerTo(request)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken() {
      const all = recorded;
      recorded = [];
      return all;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function bodyOf(text: string, contentType: string): unknown {
  if (text === '') return undefined;
  return contentType === 'application/json' ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text));
}

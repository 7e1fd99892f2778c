import { createServer, type IncomingHttpHeaders } from 'node:http';
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
  /** Headers of one that was taken, whole. */
  headersOf(request: Recorded): IncomingHttpHeaders;
  stop(): Promise<void>;
};

/** Writes down what it is sent; where there is no answer to give, it says 404, else what `statusOf` says. `tokenHeader` is the vendor's own header for a token, where it has one. */
export async function startRecorder(
  answerTo: (request: Recorded) => unknown,
  tokenHeader = 'authorization',
  statusOf: (request: Recorded) => number = () => 200,
): Promise<Recorder> {
  let recorded: Recorded[] = [];
  const headers = new WeakMap<Recorded, IncomingHttpHeaders>();
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
    headers.set(request, incoming.headers);
    const answer = answerTo(request);
    const status = answer === undefined ? 404 : statusOf(request);
    const said = status === 204 ? undefined : JSON.stringify(answer ?? {});
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(said);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken() {
      const all = recorded;
      recorded = [];
      return all;
    },
    headersOf: (request) => headers.get(request) ?? {},
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

/** What every client says in its own way, of the connection and not of what is asked. */
const OF_THE_CONNECTION = [
  'host',
  'connection',
  'keep-alive',
  'accept-encoding',
  'accept-language',
  'sec-fetch-mode',
  'content-length',
  'transfer-encoding',
];

/** What is left to be equal: all but those of the connection, of a type without a body, and those `apart`, each for its reason. */
export function headersThatCount(
  headers: IncomingHttpHeaders,
  apart: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const hasBody = 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0;
  const counts = (name: string) =>
    !OF_THE_CONNECTION.includes(name) && !(name in apart) && (hasBody || name !== 'content-type');
  return Object.fromEntries(Object.entries(headers).filter(([name]) => counts(name)));
}

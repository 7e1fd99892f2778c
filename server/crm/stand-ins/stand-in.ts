import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { ItemKind, Link, Pace, Secret, Settings } from '../connector';

/** A note or task as someone who opens the CRM would see it. */
export type StoredItem = {
  kind: ItemKind;
  id: string;
  title: string;
  body: string;
  due: string | null;
  links: readonly Link[];
};

/**
 * What goes wrong with one request. `cut-before`: the connection ends and nothing was done. `cut-after`: it was done, then
 * the connection ends. `status`: that answer, with or without having done it. `garbage`: done, and the answer is half a
 * document. `slow`: done, and answered after so many milliseconds.
 */
export type Fault =
  | { kind: 'cut-before' | 'cut-after' | 'garbage' }
  | { kind: 'status'; status: number; done: boolean; headers?: Record<string, string>; body?: string }
  | { kind: 'slow'; ms: number };

export type SeenRequest = { at: number; method: string; path: string; query: string; authorization: string };

/** Real ones answer later. */
type Soon<T> = T | Promise<T>;

/** A vendor's API in memory: what it stores, refuses and limits is the vendor's; which requests go wrong is the test's. */
export type StandIn = {
  origin: string;
  /** What a connection to it is made with. */
  settings: Settings;
  secret: Secret;
  items(): Soon<StoredItem[]>;
  addPerson(person: { name: string; email: string }): Soon<Link>;
  addCompany(company: { name: string; domain: string }): Soon<Link>;
  /** Someone deletes a note there by hand. */
  deleteItem(kind: ItemKind, id: string): Soon<void>;
  /** Values of a record that `set` wrote, or that were there. */
  valuesOf(link: Link): Soon<Record<string, unknown>>;
  requests(): readonly SeenRequest[];
  /** Asked for every request that would be handled; null lets it be. */
  faults(of: (request: SeenRequest) => Fault | null): void;
  stop(): Promise<void>;
};

export type StandInPart = Omit<StandIn, 'origin' | 'requests' | 'faults' | 'stop'>;

type StandInOptions = {
  /** The vendor's routes, over its own memory. */
  app: Hono;
  part: StandInPart | ((origin: string) => StandInPart);
  /** Beyond these it answers with `limited`, whatever else is asked; counted by when requests arrive. */
  limits?: readonly (Pace & { counts?: (request: SeenRequest) => boolean })[];
  limited?: () => Response;
};

/** Listens on a free port of this machine alone. */
export async function startStandIn({ app, part, limits = [], limited }: StandInOptions): Promise<StandIn> {
  const seen: SeenRequest[] = [];
  const arrived = limits.map((): number[] => []);
  let faultOf: (request: SeenRequest) => Fault | null = () => null;
  const isOver = (request: SeenRequest) =>
    limits.some(({ requests, perMs, counts }, index) => {
      const times = arrived[index] ?? [];
      if (counts && !counts(request)) return false;
      while (times[0] !== undefined && times[0] <= request.at - perMs) times.shift();
      times.push(request.at);
      return times.length > requests;
    });
  const listener = getRequestListener((request) => app.fetch(request), { overrideGlobalObjects: false });

  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://stand.in');
    const request: SeenRequest = {
      at: performance.now(),
      method: incoming.method ?? '',
      path: url.pathname,
      query: url.search,
      authorization: incoming.headers.authorization ?? '',
    };
    seen.push(request);
    if (limited && isOver(request)) return void answerWith(limited(), incoming, outgoing);
    void handle(faultOf(request), incoming, outgoing, listener);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...(typeof part === 'function' ? part(origin) : part),
    origin,
    requests: () => seen,
    faults: (of) => {
      faultOf = of;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown;

async function handle(fault: Fault | null, incoming: IncomingMessage, outgoing: ServerResponse, listener: Listener) {
  if (fault === null) return void listener(incoming, outgoing);
  if (fault.kind === 'cut-before') return void incoming.socket.destroy();
  if (fault.kind === 'status' && !fault.done) return answerWith(faulty(fault), incoming, outgoing);
  // It is done with the answer held back.
  const end = outgoing.end.bind(outgoing);
  const write = outgoing.write.bind(outgoing);
  const writeHead = outgoing.writeHead.bind(outgoing);
  const held: Buffer[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) held.push(Buffer.from(chunk));
  };
  outgoing.writeHead = ((status: number, headers?: Record<string, string>) => {
    outgoing.statusCode = status;
    for (const [name, value] of Object.entries(headers ?? {})) outgoing.setHeader(name, value);
    return outgoing;
  }) as typeof outgoing.writeHead;
  outgoing.write = ((chunk: unknown) => {
    keep(chunk);
    return true;
  }) as typeof outgoing.write;
  outgoing.end = ((chunk: unknown) => {
    keep(chunk);
    // Node writes the head through these when the body goes out.
    Object.assign(outgoing, { write, end, writeHead });
    const body = Buffer.concat(held);
    if (fault.kind === 'cut-after') incoming.socket.destroy();
    else if (fault.kind === 'slow') setTimeout(() => end(body), fault.ms);
    else if (fault.kind === 'garbage') {
      outgoing.removeHeader('content-length');
      end('{"id": "9');
    } else if (fault.kind === 'status') {
      for (const name of outgoing.getHeaderNames()) outgoing.removeHeader(name);
      for (const [name, value] of Object.entries(fault.headers ?? {})) outgoing.setHeader(name, value);
      outgoing.statusCode = fault.status;
      end(fault.body ?? '');
    }
    return outgoing;
  }) as typeof outgoing.end;
  listener(incoming, outgoing);
}

function faulty(fault: Extract<Fault, { kind: 'status' }>): Response {
  return new Response(fault.body ?? '', { status: fault.status, headers: fault.headers ?? {} });
}

async function answerWith(answer: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  incoming.resume();
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
  outgoing.end(await answer.text());
}

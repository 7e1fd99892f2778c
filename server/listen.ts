import type { Server } from 'node:http';
import { serve } from '@hono/node-server';

type Answer = (request: Request, env: never) => Response | Promise<Response>;

/** How long requests that are under way may take to finish when the server stops. */
const GRACE_MS = 10_000;
/** A connection that has finished its last request is closed within this. */
const SWEEP_MS = 100;

/** Listens until `stop`, which takes no new requests, lets the current ones finish and then closes what is left. */
export function listen(
  answer: Answer,
  port: number,
  hostname: string,
  graceMs = GRACE_MS,
): Promise<{ stop(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: answer as never, port, hostname }, () => resolve({ stop })) as Server;
    server.on('error', reject);
    server.headersTimeout = 15_000;
    server.requestTimeout = 30_000;
    server.keepAliveTimeout = 65_000;
    async function stop(): Promise<void> {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      // One that a client keeps for its next request is not idle yet while it is answered.
      const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
      const impatience = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearInterval(sweep);
      clearTimeout(impatience);
    }
  });
}

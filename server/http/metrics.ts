import { createServer } from 'node:http';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export type Metrics = { registry: Registry; requests: Histogram<'method' | 'route' | 'status'> };

/** Numbers about requests by route pattern; nothing about people, teams or sessions. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'eitherway_request_seconds',
    help: 'How long requests took',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  return { registry, requests };
}

/** Serves the metrics as Prometheus text, on a port of its own that only this machine reaches unless `host` says else. */
export function serveMetrics(
  { registry }: Metrics,
  port: number,
  host = '127.0.0.1',
): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') return response.writeHead(404).end();
    const body = await registry.metrics();
    return response.writeHead(200, { 'content-type': registry.contentType }).end(body);
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const stop = () => new Promise<void>((done) => server.close(() => done()));
      resolve({ port: address && typeof address === 'object' ? address.port : port, stop });
    });
  });
}

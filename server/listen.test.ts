import { describe, expect, it } from 'vitest';
import { freePort } from './free-port';
import { createMetrics, serveMetrics } from './http/metrics';
import { listen } from './listen';

describe('stopping', () => {
  it('finishes a request that is under way and takes no new one', async () => {
    const port = await freePort();
    let answer = () => {};
    let arrived = () => {};
    const here = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const server = await listen(
      () =>
        new Promise<Response>((resolve) => {
          answer = () => resolve(new Response('finished'));
          arrived();
        }),
      port,
      '127.0.0.1',
      // Far longer than a test may take: the connection that `fetch` keeps open is not waited for.
      600_000,
    );
    const underWay = fetch(`http://127.0.0.1:${port}`).then((response) => response.text());
    await here;
    const stopped = server.stop();
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
    answer();
    expect(await underWay).toBe('finished');
    await stopped;
  });
});

describe('the metrics', () => {
  it('are Prometheus text on a port of their own', async () => {
    const metrics = createMetrics();
    metrics.requests.observe({ method: 'GET', route: '/api/me', status: '200' }, 0.02);
    const server = await serveMetrics(metrics, 0);
    const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain(
      'eitherway_request_seconds_count{method="GET",route="/api/me",status="200"} 1',
    );
    expect((await fetch(`http://127.0.0.1:${server.port}/`)).status).toBe(404);
    await server.stop();
  });
});

import { hc } from 'hono/client';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Api } from '../app';
import { apiRoutes } from '../app';
import { PROBLEMS } from '../errors';
import { onEachDatabase } from '../test-api';
import { aFinished, ask, aTeam, SIGNED_OUT } from '../test-people';

type Document = {
  openapi: string;
  paths: Record<string, Record<string, { summary?: string; responses?: object; requestBody?: object }>>;
  components: { schemas: object; responses: object };
};

const asOpenApi = (path: string) => path.replace(/:(\w+)/g, '{$1}');
const routes = [...new Set(apiRoutes({} as never).routes.map(({ method, path }) => `${method} ${asOpenApi(path)}`))];

describe('the description of the API', () => {
  onEachDatabase((api) => {
    const read = async () => (await ask(api, SIGNED_OUT, 'GET', '/api/openapi.json')).body as unknown as Document;

    it('is OpenAPI 3.1 and has every route, with its summary and its answers', async () => {
      const { openapi, paths } = await read();
      expect(openapi).toBe('3.1.0');
      const described = Object.entries(paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { summary, responses }]) => {
          expect([path, summary]).toEqual([path, expect.stringMatching(/\w/)]);
          expect(Object.keys(responses ?? {})).toContain('default');
          return `${method.toUpperCase()} ${path}`;
        }),
      );
      expect(described.sort()).toEqual(routes.sort());
    });

    it('refers to nothing that it does not have', async () => {
      const document = await read();
      const names = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) =>
        (match[1] ?? '').split('/'),
      );
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) {
        const found = name.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
        expect([name.join('/'), typeof found]).toEqual([name.join('/'), 'object']);
      }
    });

    it('says what a session must be', async () => {
      const put = (await read()).paths['/api/sessions/{id}']?.put;
      expect(JSON.stringify(put?.requestBody)).toContain('undecidedReason');
    });

    it('is a page for people too, without any script', async () => {
      const { headers, body } = await ask(api, SIGNED_OUT, 'GET', '/api/reference');
      const page = String(body.text);
      expect(headers.get('content-type')).toContain('text/html');
      expect(page).not.toMatch(/<script|style=|https?:\/\//);
      for (const route of routes) expect(page).toContain(`<code>${route}</code>`);
      for (const code of Object.keys(PROBLEMS)) expect(page).toContain(`id="problem-${code}"`);
    });

    it('is the type of its client as well', async () => {
      const team = await aTeam(api, 'Typed');
      const client = hc<Api>(api.origin, { headers: team.expert.headers });
      const session = aFinished();
      const put = await client.api.sessions[':id'].$put({ param: { id: session.id }, json: session });
      expect((await put.json()).state).toBe('stored');
      const list = await client.api.sessions.$get({ query: { limit: '10' } });
      const page = await list.json();
      expectTypeOf(page.sessions[0]?.decisionReached).toEqualTypeOf<boolean | undefined>();
      expect(page.sessions.map(({ id }) => id)).toEqual([session.id]);
    });
  });
});

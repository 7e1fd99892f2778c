import { Hono } from 'hono';
import { generateSpecs } from 'hono-openapi';
import type { Env } from '../deps';
import { documentation } from '../reference/documentation';
import { referencePage } from '../reference/page';
import { referenceStyle } from '../reference/style';

/** The description of the API for programs and for people, made from the routes themselves. */
export function referenceRoutes(routes: Hono<Env>) {
  let made: ReturnType<typeof generateSpecs> | undefined;
  const specs = () => (made ??= generateSpecs(routes, { documentation, defaultValidationErrorResponse: false }));
  return new Hono<Env>()
    .get('/openapi.json', async (c) => c.json(await specs()))
    .get('/reference', async (c) => c.html(referencePage(await specs())))
    .get('/reference.css', (c) => c.body(referenceStyle, 200, { 'content-type': 'text/css; charset=utf-8' }));
}

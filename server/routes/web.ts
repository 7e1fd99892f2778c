import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { type Context, Hono } from 'hono';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';

const brotli = promisify(brotliCompress);

const KINDS: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Addresses of the web app, which draws them itself. */
const PAGES = [
  '/',
  '/sign-in',
  '/join/:token',
  '/device',
  '/sessions',
  '/sessions/:id',
  '/clients',
  '/insights',
  '/team',
  '/team/security',
  '/team/audit',
  '/team/crm',
  '/self-checks',
  '/self-checks/:id',
  '/account',
  '/devices',
  '/playbooks',
  '/playbooks/:id',
  '/rules',
];

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Eitherway</title>
<h1>The web app is not built yet</h1><p>The API works. To build the pages, run <code>npm run build:web</code> and reload.</p></html>`;

export function webRoutes({ webRoot, practiceRoot }: Deps) {
  const app = new Hono<Env>();
  for (const page of PAGES)
    app.get(
      page,
      async (c) => (await file(c, webRoot, 'index.html')) ?? c.html(NOT_BUILT, 503, { 'cache-control': 'no-store' }),
    );
  return app
    .get('/practice', async (c) => (await file(c, practiceRoot, 'index.html')) ?? missing())
    .get('/practice/*', async (c) => (await file(c, practiceRoot, c.req.path.slice('/practice/'.length))) ?? missing())
    .get(
      '/*',
      async (c) => (await file(c, webRoot, c.req.path.slice(1))) ?? (await noSuchPage(c, webRoot)) ?? missing(),
    );
}

/** For people the web app says so itself, with a way back; programs get a problem. */
async function noSuchPage(c: Context, webRoot: string): Promise<Response | null> {
  if (!c.req.header('accept')?.includes('text/html')) return null;
  const page = await file(c, webRoot, 'index.html');
  return page && new Response(page.body, { status: 404, headers: page.headers });
}

function missing(): never {
  throw new Problem('not-found');
}

/** A file of a folder of pages, or null. Names with a hash in them never change; everything else is asked for anew. */
async function file(c: Context, root: string, path: string): Promise<Response | null> {
  const kind = KINDS[extname(path)];
  const full = normalize(join(root, path));
  if (!kind || !full.startsWith(normalize(root) + sep)) return null;
  const content = await readFile(full).catch(() => null);
  if (!content) return null;
  const isFixed = /-[\w-]{8,}\.\w+$/.test(path);
  c.header('content-type', kind);
  c.header('cache-control', isFixed ? 'public, max-age=31536000, immutable' : 'no-cache');
  c.header('vary', 'accept-encoding');
  const takesBrotli = /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
  if (!isFixed || !takesBrotli || content.length < WORTH_PACKING) return c.body(new Uint8Array(content));
  c.header('content-encoding', 'br');
  return c.body(new Uint8Array(await packed(full, content)));
}

/** Bytes below which packing saves nothing on the way. */
const WORTH_PACKING = 1_000;
const packs = new Map<string, Promise<Buffer>>();

/** Packed once as small as it gets, and kept: a build has a handful of such files, and their names change with them. */
function packed(full: string, content: Buffer): Promise<Buffer> {
  const pack = packs.get(full) ?? brotli(content);
  packs.set(full, pack);
  return pack;
}

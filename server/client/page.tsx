import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { CLIENT_PAGES } from '../http/security-headers';

const STYLE = readFileSync(fileURLToPath(new URL('./page.css', import.meta.url)));

/** Where the style of the pages lies; its name changes with it, so that it may be kept for ever. */
export const STYLE_PATH = `${CLIENT_PAGES}style-${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}.css`;

export function style(c: Context): Response {
  return c.body(new Uint8Array(STYLE), 200, {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
}

export type Page = {
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  children: ReactNode;
  status?: ContentfulStatusCode;
  headers?: Record<string, string>;
};

/**
 * A page for people without an account. It works without scripts, names no other host, sets no cookie and stays out of
 * search engines. A browser may keep a step to go back to, but nothing between it and us may.
 */
export function page(c: Context, { title, language, direction, children, status = 200, headers = {} }: Page): Response {
  const markup = renderToStaticMarkup(
    <html lang={language} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="stylesheet" href={STYLE_PATH} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>,
  );
  return c.html(`<!doctype html>${markup}`, status, {
    'cache-control': 'private, no-cache',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    vary: 'accept-language',
    ...headers,
  });
}

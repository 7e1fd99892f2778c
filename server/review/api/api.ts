import { hc } from 'hono/client';
import type { Api } from '@/server/app';

/** The API on our own origin, typed by itself; the browser's cookie says who asks. */
export const api = hc<Api>(globalThis.location?.origin ?? '/').api;

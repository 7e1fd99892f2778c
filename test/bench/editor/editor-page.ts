import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { preactForReact } from '../../../panel-renderer.ts';
import { ROOT } from '../../browser';

const outDir = `${ROOT}/.output/bench/editor`;
const shared = {
  configFile: false as const,
  root: fileURLToPath(new URL('./page', import.meta.url)),
  logLevel: 'warn' as const,
  publicDir: false as const,
};

/** Builds the page and serves it on this machine. */
export async function serveEditorPage(): Promise<{ origin: string; close: () => Promise<void> }> {
  await build({
    ...shared,
    plugins: [react()],
    resolve: { alias: [{ find: /^@\//, replacement: `${ROOT}/` }, ...preactForReact] },
    build: { outDir, emptyOutDir: true, target: 'es2023' },
    worker: { format: 'es' },
  });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const origin = server.resolvedUrls?.local[0]?.replace(/\/$/, '');
  if (!origin) throw new Error('the page of the benchmark is not served');
  return { origin, close: () => server.close() };
}

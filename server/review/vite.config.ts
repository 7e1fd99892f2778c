import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The web app, built to the folder that the API serves. In development it asks a running API for data. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  plugins: [react()],
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  build: { outDir: `${root}.output/web`, emptyOutDir: true, target: 'es2022' },
  server: { proxy: { '/api': 'http://localhost:8787', '/practice': 'http://localhost:8787' } },
});

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { preactForReact } from './panel-renderer.ts';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };

/** Its other build calls `require`, which no alias reaches. */
const esModulesOfTestingLibrary = {
  find: /^@testing-library\/react$/,
  replacement: '@testing-library/react/dist/@testing-library/react.esm.js',
};

export default defineConfig({
  test: {
    coverage: { provider: 'v8', include: ['lib/**/*.ts'], exclude: ['lib/**/*.test.ts'], thresholds: { branches: 90 } },
    projects: [
      {
        resolve: {
          alias: [{ find: /^@\//, replacement: `${alias['@']}/` }, ...preactForReact, esModulesOfTestingLibrary],
        },
        plugins: [react(), WxtVitest()],
        test: {
          server: { deps: { inline: [/@testing-library/, /@tanstack\/react-query/] } },
          name: 'extension',
          sequence: { groupOrder: 0 },
          environment: 'happy-dom',
          setupFiles: ['test/patience.ts'],
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 30_000,
          include: [
            'lib/**/*.test.ts',
            'components/**/*.test.{ts,tsx}',
            'entrypoints/*/**/*.test.{ts,tsx}',
            'test/*.test.ts',
            'test/{architecture,browser,run,start}/*.test.ts',
          ],
        },
      },
      {
        resolve: { alias },
        plugins: [react()],
        test: {
          name: 'server',
          sequence: { groupOrder: 1 },
          environment: 'node',
          include: ['server/**/*.test.{ts,tsx}'],
          globalSetup: ['server/db/global-setup.ts'],
          maxWorkers: 2,
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          sequence: { groupOrder: 2 },
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'faults',
          sequence: { groupOrder: 3 },
          environment: 'node',
          include: ['test/faults/**/*.test.ts'],
          fileParallelism: false,
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

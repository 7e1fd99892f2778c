import type { TestProject } from 'vitest/node';
import { startTestDatabases, type TestDatabase } from './test-databases';

declare module 'vitest' {
  interface ProvidedContext {
    databases: TestDatabase[];
  }
}

/** Starts each kind of database once for a whole run of the server's tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { databases, stop } = await startTestDatabases();
  project.provide('databases', databases);
  return stop;
}

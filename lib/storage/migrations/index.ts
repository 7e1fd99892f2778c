import type { Migration } from './migration';

/** Every step, one file each (`session-1-to-2.ts`), oldest first. Form 1 is the first, so there is none yet. */
export const sessionMigrations: readonly Migration[] = [];

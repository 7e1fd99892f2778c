import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../test-api';
import { connect } from './connect';
import { isMigrated, migrateDatabase } from './migrate';

const journal = JSON.parse(readFileSync(new URL('./migrations/meta/_journal.json', import.meta.url), 'utf8')) as {
  entries: { when: number; tag: string }[];
};

describe('migrations', () => {
  it('carry rising times, for one with an earlier time than the last would never run', () => {
    const times = journal.entries.map(({ when }) => when);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });

  onEachDatabase((api) => {
    let own: ReturnType<typeof connect>;
    beforeAll(() => {
      own = connect(api.databaseUrl, 2);
    });
    afterAll(() => own.pool.end());

    it('may run again and again', async () => {
      await migrateDatabase(own.pool);
      await migrateDatabase(own.pool);
      expect(await isMigrated(own.pool)).toBe(true);
    });

    it('are missed when the newest one is not there', async () => {
      const newest = 'select max(created_at) from drizzle.__drizzle_migrations';
      await own.pool.query(
        `update drizzle.__drizzle_migrations set created_at = created_at - 1 where created_at = (${newest})`,
      );
      expect(await isMigrated(own.pool)).toBe(false);
      await own.pool.query(
        `update drizzle.__drizzle_migrations set created_at = created_at + 1 where created_at = (${newest})`,
      );
    });
  });
});

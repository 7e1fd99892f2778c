import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedDatabase, startEmbedded } from '@/server/db/embedded/start-embedded';
import { type StormRow, storm, type Vendor } from '../storm/storm';
import { stormVendors } from '../storm/vendors';

const SESSIONS = 40;
let folder: string;
let database: EmbeddedDatabase;
let vendors: Vendor[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eitherway-crm-storm-'));
  database = await startEmbedded(folder);
  vendors = await stormVendors(['hubspot', 'pipedrive', 'memory-locate']);
});
afterAll(async () => {
  for (const { standIn } of vendors ?? []) await standIn.stop();
  await database?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The whole one is `npm run storm`. */
it('leaves every note once, linked and as it reads now, when a fifth of requests fail and senders are killed', async () => {
  const { rows, killed } = await storm({
    databaseUrl: database.url,
    vendors,
    sessions: SESSIONS,
    kills: 3,
    failing: 0.2,
    random: Math.random,
    say: () => {},
  });
  expect(killed).toBe(3);
  const right = ({ crm, requests }: StormRow): StormRow => ({
    crm,
    requests,
    sessions: SESSIONS,
    notes: SESSIONS,
    twice: 0,
    missing: 0,
    unlinked: 0,
    stale: 0,
  });
  expect(rows).toEqual(rows.map(right));
  for (const { requests } of rows) expect(requests).toBeGreaterThan(SESSIONS);
});

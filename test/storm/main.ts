import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '@/server/db/embedded/start-embedded';
import { printTable } from '../eval/tables';
import { storm } from './storm';
import { stormVendors } from './vendors';

/** `npm run storm [-- --sessions 2000 --kills 20 --failing 0.3 --only hubspot,pipedrive --json FILE]` */
const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '20' },
    failing: { type: 'string', default: '0.3' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'eitherway-storm-'));
const database = await startEmbedded(folder);
const vendors = await stormVendors(values.only?.split(','));
try {
  const { rows, seconds, killed } = await storm({
    databaseUrl: database.url,
    vendors,
    sessions: Number(values.sessions),
    kills: Number(values.kills),
    failing: Number(values.failing),
    random: Math.random,
    say: (line) => console.log(line),
  });
  const table = {
    title: `Notes in every CRM, ${Math.round(Number(values.failing) * 100)} % of requests failing, two processes, ${killed} kills, ${Math.round(seconds)} s`,
    columns: ['CRM', 'sessions', 'notes', 'twice', 'missing', 'unlinked', 'stale', 'requests', 'a note'],
    rows: rows.map((row) =>
      [
        row.crm,
        row.sessions,
        row.notes,
        row.twice,
        row.missing,
        row.unlinked,
        row.stale,
        row.requests,
        (row.requests / Math.max(1, row.notes)).toFixed(1),
      ].map(String),
    ),
  };
  printTable(table);
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify({ at: new Date().toISOString(), seconds, killed, rows }, null, 2)}\n`);
  const wrong = rows.some(
    (row) => row.notes !== row.sessions || row.twice + row.missing + row.unlinked + row.stale > 0,
  );
  process.exitCode = wrong ? 1 : 0;
} finally {
  for (const { standIn } of vendors) await standIn.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '@/server/db/embedded/start-embedded';
import { printTable } from '../eval/tables';
import { drain } from './drain';
import { PACE_MS } from './settings';
import { storm } from './storm';
import { stormVendors } from './vendors';

/** `npm run storm [-- --sessions 2000 --kills 20 --failing 0.3 --only hubspot,pipedrive --json FILE]`; `-- --drain 100000 --rate 100` lets so many queued ones go at so many requests a second */
const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '20' },
    failing: { type: 'string', default: '0.3' },
    only: { type: 'string' },
    drain: { type: 'string' },
    rate: { type: 'string', default: '100' },
    json: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'eitherway-storm-'));
const database = await startEmbedded(folder);
if (values.drain) {
  await drainAlone();
  process.exit();
}
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

async function drainAlone(): Promise<void> {
  const row = await drain(database.url, Number(values.drain), Number(values.rate), (line) => console.log(line));
  const two = (value: number) => value.toFixed(1);
  printTable({
    title: 'Queued notes at the pace of a vendor, one process, another account that does not answer',
    columns: [
      'queued',
      's',
      'a second',
      'allowed',
      'share',
      'most in 10 s',
      'MB first',
      'MB at most',
      'another team, ms',
    ],
    rows: [
      [
        row.queued,
        two(row.seconds),
        two(row.perSecond),
        row.allowed,
        `${two(row.share * 100)} %`,
        row.mostInAStretch,
        two(row.memoryAtFirstMb),
        two(row.memoryAtMostMb),
        two(row.otherTeamMs),
      ],
    ],
  });
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify({ at: new Date().toISOString(), drain: row }, null, 2)}\n`);
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = row.share >= 0.95 && row.mostInAStretch <= (row.allowed * PACE_MS) / 1_000 ? 0 : 1;
}

import { rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localPrograms } from '@/server/db/test-databases';
import { printTable } from '../../eval/tables';
import type { Table } from '../table';
import { atSize } from './at-size';

/**
 * `npm run bench:api [-- --sizes 10000,100000,1000000] [--teams 200] [--json FILE] [--keep FOLDER]`: how long the API takes
 * to answer with so many sessions in the database. A kept folder is filled up further the next time.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    teams: { type: 'string', default: '200' },
    json: { type: 'string' },
    keep: { type: 'string' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const teams = Number(values.teams);
const isCount = (value: number) => Number.isInteger(value) && value > 0;
if (!sizes.every(isCount) || !isCount(teams))
  throw new Error('Sizes and teams are whole numbers: --sizes 10000,100000 --teams 200');

const folder = values.keep ?? join(tmpdir(), `eitherway-bench-api-${process.pid}`);
const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, ${process.platform}, PostgreSQL ${localPrograms() ?? 'embedded'}`;
console.log(machine);
const rows: Table['rows'] = [];
try {
  for (const size of sizes.sort((a, b) => a - b)) rows.push(...(await atSize(folder, size, teams)));
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
const table: Table = {
  title: `The API over HTTP with seeded sessions in ${teams} teams (ms)`,
  columns: ['sessions', 'what', 'n', 'p50', 'p95', 'at most', 'held'],
  rows,
};
printTable(table);
if (values.json)
  writeFileSync(
    values.json,
    `${JSON.stringify({ machine, at: new Date().toISOString(), tables: [table] }, null, 2)}\n`,
  );

import { parseArgs } from 'node:util';
import { startEmbedded } from './db/embedded/start-embedded';
import { moveToHosted } from './db/move-to-hosted';

const USAGE = 'Usage: npm run api:move -- --to postgres://user:password@host/database [--data .data]';

try {
  const { values } = parseArgs({
    options: { to: { type: 'string' }, data: { type: 'string', default: process.env.EITHERWAY_DATA || '.data' } },
  });
  if (!values.to) throw new Error(USAGE);
  const embedded = await startEmbedded(values.data);
  try {
    const copied = await moveToHosted(embedded.url, values.to);
    for (const [table, rows] of Object.entries(copied)) console.log(`${String(rows).padStart(8)}  ${table}`);
    console.log(
      `Everything is there. Now start the server with DATABASE_URL, and with EITHERWAY_SECRET set to the content of ${values.data}/secret so that everyone stays signed in.`,
    );
  } finally {
    await embedded.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

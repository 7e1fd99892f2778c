import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { GatheringSocket } from './gathering-socket';
import * as schema from './schema';

export type Db = NodePgDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

/** Opens a pool. Times in milliseconds; a statement that runs longer than 15 s is ended by the database. */
export function connect(databaseUrl: string, size = 20): { pool: pg.Pool; db: Db } {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: size,
    pipeline: true,
    stream: () => new GatheringSocket(),
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'eitherway',
  });
  // A connection that breaks is replaced by the pool, and its statements fail; without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return { pool, db: drizzle(pool, { schema }) };
}

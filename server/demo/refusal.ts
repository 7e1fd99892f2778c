import pg from 'pg';
import { DEMO_TEAM } from './demo-team';

/** Whether a demo with known passwords may be put there at all: a sentence that says why not, or null. */
export function refusalOfPlace(origin: string, nodeEnv: string | undefined): string | null {
  if (nodeEnv === 'production') return 'The demo team is not made in production.';
  const { hostname } = new URL(origin);
  const isOwn =
    hostname === 'localhost' || hostname.endsWith('.localhost') || /^127\./.test(hostname) || hostname === '[::1]';
  return isOwn ? null : 'The demo team is made on this machine only.';
}

/** A database with teams in it is in use, and a demo has no place there. */
export async function refusalOfDatabase(databaseUrl: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from sign_in.organization where name <> $1 limit 1', [DEMO_TEAM]);
    return rowCount ? 'There are other teams in this database, so no demo team is put beside them.' : null;
  } finally {
    await client.end();
  }
}

import pg from 'pg';
import { type EmbeddedDatabase, startCluster } from './cluster';
import { clusterHome } from './cluster-home';

export type { EmbeddedDatabase } from './cluster';

const NAME = 'eitherway';

/** The embedded PostgreSQL of a data folder, with a database of ours in it. */
export async function startEmbedded(dataFolder: string): Promise<EmbeddedDatabase> {
  const cluster = await startCluster({ home: clusterHome(dataFolder) });
  await createDatabase(cluster.url, NAME);
  return { ...cluster, url: cluster.url.replace(/\/postgres$/, `/${NAME}`) };
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${name}`);
  } catch (error) {
    // Another process that started at the same moment may have been first.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

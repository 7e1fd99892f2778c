import { join } from 'node:path';
import { startCluster } from '@/server/db/embedded/cluster';
import { clusterHome } from '@/server/db/embedded/cluster-home';
import { localPrograms } from '@/server/db/test-databases';

export type Database = { url: string; what: string; stop(): Promise<void> };

/**
 * A PostgreSQL of this benchmark's own in a folder: the machine's when it has one, else the embedded one. While it is
 * being filled it is not safe against power cuts; what is measured is measured on one that is.
 */
export async function startDatabase(folder: string, { durable }: { durable: boolean }): Promise<Database> {
  const bin = localPrograms();
  const binaries = bin && { initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl'), version: 'local' };
  const programs = binaries && { binaries, locale: ['--locale=C.UTF-8'] };
  const { url, stop } = await startCluster({ home: clusterHome(folder), durable, ...(programs && { programs }) });
  return { url, what: bin ?? 'embedded', stop };
}

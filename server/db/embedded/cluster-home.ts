import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { canReach, databaseUser } from './system-user';

/**
 * Where the embedded database of a data folder lives: within it, or, when we are root and the database's own user cannot
 * get there (a checkout under /root), in /var/lib/eitherway, in a folder of the data folder's own.
 */
export function clusterHome(dataFolder: string): string {
  const inside = join(resolve(dataFolder), 'database');
  mkdirSync(inside, { recursive: true });
  const user = databaseUser(join(inside, 'postgres'));
  if (user) chmodSync(resolve(dataFolder), 0o711);
  if (user) chmodSync(inside, 0o711);
  if (canReach(user, inside)) return inside;
  const mark = createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 12);
  const outside = join('/var/lib/eitherway', mark);
  mkdirSync(outside, { recursive: true, mode: 0o711 });
  return outside;
}

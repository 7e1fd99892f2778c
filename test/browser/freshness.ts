import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** True when `built` exists and none of the sources changed after it was written. */
export function isFresh(built: string, sources: readonly string[]): boolean {
  return existsSync(built) && newest(sources) <= statSync(built).mtimeMs;
}

/** When the last of these files, or the files below these folders, changed: milliseconds since 1970. */
export function newest(paths: readonly string[]): number {
  let latest = 0;
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) continue;
    const at = stat.isDirectory()
      ? newest(
          readdirSync(path)
            .filter(isSource)
            .map((name) => join(path, name)),
        )
      : stat.mtimeMs;
    if (at > latest) latest = at;
  }
  return latest;
}

function isSource(name: string): boolean {
  return !name.includes('.test.') && !name.startsWith('.') && name !== 'node_modules';
}

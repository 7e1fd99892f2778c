import { posix } from 'node:path';
import type { SourceFile } from './source-files';

export type Import = { from: string; to: string; typeOnly: boolean; names: string };

const STATEMENT = /^[ \t]*(?:import|export)\s+(type\s+)?([^;'"]*?)\s*from\s*['"]([^'"]+)['"]/gm;
const BARE = /(?:^[ \t]*import\s*|\bimport\(\s*)['"]([^'"]+)['"]/gm;

/** What a file imports from this project, each as a path from the root; packages are left out. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const found: Import[] = [];
  for (const [, type, names = '', to = ''] of text.matchAll(STATEMENT)) {
    found.push({ from: path, to, typeOnly: type !== undefined, names });
  }
  for (const [, to = ''] of text.matchAll(BARE)) found.push({ from: path, to, typeOnly: false, names: '' });
  return found.flatMap((each) => {
    const to = resolve(path, each.to);
    return to === null ? [] : [{ ...each, to }];
  });
}

/** The packages that a file imports, by the name under which it asks for them. */
export function packagesOf({ path, text }: SourceFile): string[] {
  const all = [...text.matchAll(STATEMENT)].map(([, , , to = '']) => to);
  return [...all, ...[...text.matchAll(BARE)].map(([, to = '']) => to)].filter((to) => resolve(path, to) === null);
}

function resolve(from: string, to: string): string | null {
  if (to.startsWith('@/')) return to.slice(2);
  if (to.startsWith('.')) return posix.join(posix.dirname(from), to);
  return null;
}

export function topOf(path: string): string {
  return path.split('/')[0] ?? '';
}

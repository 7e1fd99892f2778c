import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export type SourceFile = { path: string; text: string };

/** Every text file that git keeps or would keep, by its path from the root with forward slashes. */
export function sourceFiles(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return [...new Set(listed.split('\0'))]
    .filter((path) => path !== '' && !BINARY.test(path) && isThere(join(ROOT, path)))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

const BINARY = /\.(png|jpe?g|ico|woff2?|bin|zip|wasm|onnx|gz)$/;

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

export const isCode = ({ path }: SourceFile): boolean => /\.(ts|tsx|mts|js|jsx)$/.test(path);
/** Tests, and what only tests use (`server/test-*.ts`). */
export const isTest = ({ path }: SourceFile): boolean =>
  /\.test\.tsx?$/.test(path) || path.startsWith('test/') || /(^|\/)(test-[a-z-]+|global-setup)\.tsx?$/.test(path);

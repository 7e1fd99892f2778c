// @vitest-environment node
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { isBuiltFor, noteBuiltFor } from './built-for';

function aBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'eitherway-build-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
    rmSync(`${folder}.built-for`, { force: true });
  });
  writeFileSync(join(folder, 'manifest.json'), '{}');
  return folder;
}

it('knows for which address a build was made', () => {
  const folder = aBuild();
  expect(isBuiltFor(folder, 'http://localhost:8788')).toBe(false);
  noteBuiltFor(folder, 'http://localhost:8788');
  expect(isBuiltFor(folder, 'http://localhost:8788')).toBe(true);
  expect(isBuiltFor(folder, 'http://localhost:8787')).toBe(false);
});

it('takes a build for any address when it is not asked for one', () => {
  expect(isBuiltFor(aBuild(), undefined)).toBe(true);
});

it('does not believe what was noted before somebody else built there', () => {
  const folder = aBuild();
  noteBuiltFor(folder, 'http://localhost:8788');
  const later = new Date(Date.now() + 60_000);
  utimesSync(join(folder, 'manifest.json'), later, later);
  expect(isBuiltFor(folder, 'http://localhost:8788')).toBe(false);
});

import { execFileSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findBinaries } from './binaries';

const home = mkdtempSync(join(tmpdir(), 'eitherway-binaries-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("PostgreSQL's programs", () => {
  it('are used where npm put them', () => {
    const { initdb, version } = findBinaries(home, () => true);
    expect(initdb).toContain('node_modules');
    expect(version).toMatch(/^18\./);
    expect(readdirSync(home)).toEqual([]);
  });

  it('are copied, with their links, when their own user cannot read them there', () => {
    const { initdb, pgCtl } = findBinaries(home, () => false);
    expect(dirname(initdb)).toMatch(new RegExp(`^${home}/postgresql-18`));
    const libraries = join(dirname(dirname(initdb)), 'lib');
    expect(readdirSync(libraries).some((name) => lstatSync(join(libraries, name)).isSymbolicLink())).toBe(true);
    expect(execFileSync(pgCtl, ['--version'], { encoding: 'utf8' })).toContain('18.');
    expect(execFileSync(initdb, ['--version'], { encoding: 'utf8' })).toContain('18.');
  });

  it('are copied once', () => {
    const before = readdirSync(home);
    findBinaries(home, () => false);
    expect(readdirSync(home)).toEqual(before);
  });
});

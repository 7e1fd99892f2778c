// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { findPrerequisites, type Machine } from './prerequisites';

/** A machine with these parts; installing brings what the packages hold, unless it fails. */
function aMachine(parts: readonly string[], { mayInstall = false, fails = false } = {}) {
  const there = new Set(parts);
  const installed: string[][] = [];
  const machine: Machine = {
    chromium: async () =>
      there.has('chromium')
        ? { kind: 'found', path: '/usr/bin/chromium' }
        : { kind: 'missing', sentence: 'Chromium was not found.' },
    hasPostgres: () => there.has('postgresql'),
    hasTryton: () => there.has('tryton-server') && there.has('tryton-modules-sale-opportunity'),
    canInstall: () => mayInstall,
    install: (packages) => {
      installed.push([...packages]);
      if (!fails) for (const each of packages) there.add(each);
    },
  };
  return { machine, installed };
}
const TRYTON = ['tryton-server', 'tryton-modules-party', 'tryton-modules-sale-opportunity'];

describe('what the tests need', () => {
  it('is taken as it is where all of it is there', async () => {
    const { machine, installed } = aMachine(['chromium', 'postgresql', ...TRYTON], { mayInstall: true });
    expect(await findPrerequisites(machine)).toEqual({ chromium: '/usr/bin/chromium', missing: [] });
    expect(installed).toEqual([]);
  });

  it('is installed where that needs no question, each part once', async () => {
    const { machine, installed } = aMachine(['chromium'], { mayInstall: true });
    expect((await findPrerequisites(machine)).missing).toEqual([]);
    expect(installed).toEqual([['postgresql'], TRYTON]);
  });

  it('is not installed without leave: one sentence says what is missing, and how to get it', async () => {
    const { machine, installed } = aMachine(['chromium', 'postgresql']);
    const { missing } = await findPrerequisites(machine);
    expect(installed).toEqual([]);
    expect(missing).toHaveLength(1);
    expect(missing[0]).toContain(`apt-get install ${TRYTON.join(' ')}`);
  });

  it('is named when installing it failed', async () => {
    const { machine, installed } = aMachine([], { mayInstall: true, fails: true });
    const { chromium, missing } = await findPrerequisites(machine);
    expect(chromium).toBeNull();
    expect(installed).toHaveLength(2);
    expect(missing.map((sentence) => sentence.split(' ')[0])).toEqual(['Chromium', 'A', 'Tryton,']);
  });
});

import { hasTryton, TRYTON_PACKAGES } from '@/server/crm/stand-ins/trytond';
import { localPrograms } from '@/server/db/test-databases';
import { type FoundChromium, findChromium } from '../browser/find-chromium';
import { canInstallPackages, installPackages } from '../browser/system-packages';

export type Prerequisites = { chromium: string | null; missing: string[] };

/** What there is on a machine, and what may be done about the rest. */
export type Machine = {
  chromium(): Promise<FoundChromium>;
  hasPostgres(): boolean;
  hasTryton(): boolean;
  canInstall(): boolean;
  install(packages: readonly string[]): unknown;
};

const THIS_ONE: Machine = {
  chromium: findChromium,
  hasPostgres: () => Boolean(process.env.TEST_DATABASE_URL) || localPrograms() !== null,
  hasTryton,
  canInstall: canInstallPackages,
  install: installPackages,
};

const NO_POSTGRES =
  'A hosted PostgreSQL was not found and could not be installed: install one, or set TEST_DATABASE_URL.';
const NO_TRYTON = `Tryton, the CRM that tests write to, was not found: on Debian or Ubuntu, apt-get install ${TRYTON_PACKAGES.join(' ')}.`;

/** Looks for what the tests need besides npm packages, and installs it where that needs no question. */
export async function findPrerequisites(machine: Machine = THIS_ONE): Promise<Prerequisites> {
  const chromium = await machine.chromium();
  const missing = [
    chromium.kind === 'missing' ? chromium.sentence : null,
    isThere(machine, () => machine.hasPostgres(), ['postgresql']) ? null : NO_POSTGRES,
    isThere(machine, () => machine.hasTryton(), TRYTON_PACKAGES) ? null : NO_TRYTON,
  ];
  return {
    chromium: chromium.kind === 'found' ? chromium.path : null,
    missing: missing.filter((sentence) => sentence !== null),
  };
}

function isThere({ canInstall, install }: Machine, has: () => boolean, packages: readonly string[]): boolean {
  if (has()) return true;
  if (!canInstall()) return false;
  install(packages);
  return has();
}

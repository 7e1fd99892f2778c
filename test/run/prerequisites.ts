import { hasTryton, TRYTON_PACKAGES } from '@/server/crm/stand-ins/trytond';
import { localPrograms } from '@/server/db/test-databases';
import { findChromium } from '../browser/find-chromium';
import { canInstallPackages, installPackages } from '../browser/system-packages';

export type Prerequisites = { chromium: string | null; missing: string[] };

/** Looks for what the tests need besides npm packages, and installs it where that needs no question. */
export async function findPrerequisites(): Promise<Prerequisites> {
  const missing: string[] = [];
  const chromium = await findChromium();
  if (chromium.kind === 'missing') missing.push(chromium.sentence);
  if (!hasPostgres() && canInstallPackages()) installPackages(['postgresql']);
  if (!hasPostgres()) {
    missing.push(
      'A hosted PostgreSQL was not found and could not be installed: install one, or set TEST_DATABASE_URL.',
    );
  }
  if (!hasTryton() && canInstallPackages()) installPackages(TRYTON_PACKAGES);
  if (!hasTryton())
    missing.push(
      `Tryton, the CRM that tests write to, was not found: on Debian or Ubuntu, apt-get install ${TRYTON_PACKAGES.join(' ')}.`,
    );
  return { chromium: chromium.kind === 'found' ? chromium.path : null, missing };
}

function hasPostgres(): boolean {
  return Boolean(process.env.TEST_DATABASE_URL) || localPrograms() !== null;
}

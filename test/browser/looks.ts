import type { CDPSession, Page } from 'puppeteer-core';

/** Light and dark, the system's own colours in their place, and on paper. */
export const LOOKS = ['light', 'dark', 'forced', 'print', 'print-from-dark'] as const;
export type Look = (typeof LOOKS)[number];

/** Emulation ends with the session that asked for it. */
const sessions = new WeakMap<Page, CDPSession>();

/** Shows a page in one of the looks until it is given another. Puppeteer's own list of media features has no forced colours. */
export async function wear(page: Page, look: Look): Promise<void> {
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  const isDark = look === 'dark' || look === 'forced' || look === 'print-from-dark';
  await session.send('Emulation.setEmulatedMedia', {
    media: look.startsWith('print') ? 'print' : '',
    features: [
      { name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' },
      { name: 'forced-colors', value: look === 'forced' ? 'active' : 'none' },
    ],
  });
}

import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page as it stands, one line a finding: rule, element, what is wrong. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Through the debugger, which the page's Content Security Policy does not hold up.
  await page.evaluate(axe.source);
  return await page.evaluate(async (tags) => {
    const { axe: here } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await here.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ') ?? ''}`),
    );
  }, RULES);
}

/** The same in the light and in the dark. */
export async function axeInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    for (const finding of await axeFindings(page)) found.push(`${value}: ${finding}`);
  }
  await page.emulateMediaFeatures([]);
  return found;
}

/** How far a page can be scrolled sideways, in CSS pixels: 0 when everything fits its width. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}

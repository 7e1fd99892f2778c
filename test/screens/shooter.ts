import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../browser';

const FOLDER = join(ROOT, '.screens');
const THEMES = ['light', 'dark'] as const;
/** CSS pixels: the narrow and the wide panel; the web is shown on a desk, too. */
export const PANEL_WIDTHS = [360, 600];
export const WEB_WIDTHS = [360, 600, 1280];

export type Shoot = (name: string, page: Page, widths?: readonly number[]) => Promise<void>;

/** Empties the folder of screens and gives what takes them: every width in both themes, the whole page. */
export function createShooter(): { shoot: Shoot; folder: string; count(): number } {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  let taken = 0;
  return {
    folder: FOLDER,
    count: () => taken,
    async shoot(name, page, widths = PANEL_WIDTHS) {
      await page.bringToFront();
      for (const width of widths) {
        await page.setViewport({ width, height: 765 });
        for (const theme of THEMES) {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
          await page.screenshot({ path: join(FOLDER, `${name}-${width}-${theme}.png`), fullPage: true });
          taken += 1;
        }
      }
      await page.emulateMediaFeatures([]);
      await page.setViewport({ width: widths[0] ?? 360, height: 765 });
      console.log(name);
    },
  };
}

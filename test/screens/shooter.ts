import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../browser';
import { LOOKS, type Look, wear } from '../browser/looks';

const FOLDER = join(ROOT, '.screens');
/** CSS pixels: the narrow and the wide panel; the web is shown on a desk, too. */
export const PANEL_WIDTHS = [360, 600];
export const WEB_WIDTHS = [360, 600, 1280];

export type Shoot = (name: string, page: Page, widths?: readonly number[]) => Promise<void>;

/** The looks that were asked for by name (`npm run screens -- forced print`), else light and dark. */
export function looksOf(asked: readonly string[]): Look[] {
  const known = LOOKS.filter((look) => asked.includes(look));
  return known.length > 0 ? known : ['light', 'dark'];
}

/** Empties the folder of screens and gives what takes them: every width in every look, the whole page. */
export function createShooter(looks: readonly Look[]): { shoot: Shoot; folder: string; count(): number } {
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
        for (const look of looks) {
          await wear(page, look);
          await page.screenshot({ path: join(FOLDER, `${name}-${width}-${look}.png`), fullPage: true });
          taken += 1;
        }
      }
      await wear(page, 'light');
      await page.setViewport({ width: widths[0] ?? 360, height: 765 });
      console.log(name);
    },
  };
}

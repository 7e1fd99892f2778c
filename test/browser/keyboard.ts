import type { KeyInput, Page } from 'puppeteer-core';

/** More than any screen has stops. */
const MOST_STOPS = 150;

/** Presses Tab until what has the focus carries this name, as someone without a mouse does. It must show that it has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const met: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const focused = await focusedPart(page);
    if (focused.name === name || focused.name.startsWith(`${name} `)) {
      if (!focused.visible) throw new Error(`the focus on "${name}" cannot be seen`);
      return;
    }
    met.push(focused.name);
  }
  throw new Error(`Tab never came to "${name}", but to: ${[...new Set(met)].join(' | ')}`);
}

export async function tabAndPress(page: Page, name: string, key: KeyInput = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

export async function tabAndType(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

/** Presses keys together, the last one last: `['Alt', 'Digit0']`. */
export async function pressTogether(page: Page, keys: readonly KeyInput[]): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of [...keys].reverse()) await page.keyboard.up(key);
}

async function focusedPart(page: Page): Promise<{ name: string; visible: boolean }> {
  return await page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement)) return { name: '', visible: false };
    const labels = 'labels' in focused ? (focused as HTMLInputElement).labels : null;
    const words = focused.getAttribute('aria-label') ?? (labels?.[0] ?? focused).textContent ?? '';
    const ring = (element: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    };
    const around = [focused, focused.parentElement, labels?.[0], focused.closest('fieldset, label')];
    return {
      name: words.replace(/\s+/g, ' ').trim(),
      visible: around.some((element) => element != null && ring(element)),
    };
  });
}

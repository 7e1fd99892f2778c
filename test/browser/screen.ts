import type { ElementHandle, Page } from 'puppeteer-core';
import { textsFrom } from '@/components/ui/texts-from-messages';
import messages from '@/public/_locales/en/messages.json';
import { until } from './waiting';

/** The words on screen, by the same keys as the product's. */
export const t = textsFrom(messages);

/** A page, or one part of it. */
export type Scope = Page | ElementHandle<Element>;

type Role =
  | 'button'
  | 'link'
  | 'textbox'
  | 'checkbox'
  | 'radio'
  | 'combobox'
  | 'group'
  | 'heading'
  | 'navigation'
  | 'Date'
  | 'region';

function named(role: Role, name: string): string {
  return `::-p-aria([name="${name.replaceAll('"', '\\"')}"][role="${role}"])`;
}

/** Waits for the part that assistive technology knows by this role and name. */
export async function find(scope: Scope, role: Role, name: string): Promise<ElementHandle<Element>> {
  const found = await scope.waitForSelector(named(role, name), { timeout: 15_000 }).catch(() => null);
  if (found === null) throw new Error(`no ${role} named "${name}" in: ${await textOf(scope)}`);
  return found;
}

export async function isThere(scope: Scope, role: Role, name: string): Promise<boolean> {
  return (await scope.$(named(role, name))) !== null;
}

/** A click with the mouse, in the middle of it, after bringing it to the middle of the window. */
export async function press(scope: Scope, role: Role, name: string): Promise<void> {
  const target = await find(scope, role, name);
  await target.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await target.click();
}

/** Opens a `<details>` by its words; leaves it when it is open. */
export async function disclose(scope: Scope, words: string): Promise<void> {
  const summary = await until(`"${words}" can be opened`, async () => {
    for (const each of await scope.$$('summary')) {
      if ((await each.evaluate((element) => element.textContent ?? '')).includes(words)) return each;
    }
    return null;
  });
  if (await summary.evaluate((element) => element.closest('details')?.open ?? false)) return;
  await summary.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await summary.click();
}

/** Types into a field, key by key, in place of what stood there. */
export async function write(page: Page, label: string, text: string, scope: Scope = page): Promise<void> {
  const field = await find(scope, 'textbox', label);
  await field.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await field.focus();
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyA');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
}

/** Types a day (`2027-01-31`) into a date field the way an American keyboard user does. */
export async function writeDay(page: Page, label: string, day: string, scope: Scope = page): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  const field = await find(scope, 'Date', label);
  await field.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await field.focus();
  await page.keyboard.type(`${month}${date}${year}`);
}

/** All words that can be seen. */
export async function textOf(scope: Scope): Promise<string> {
  const root = 'keyboard' in scope ? await scope.$('body') : scope;
  return (await root?.evaluate((element) => (element as HTMLElement).innerText)) ?? '';
}

/** Waits until the words can be seen. */
export async function sees(scope: Scope, words: string, timeout = 20_000): Promise<void> {
  await until(`"${words}" can be read`, async () => (await textOf(scope)).includes(words), { timeout });
}

/** Waits until the words can be seen no more. */
export async function seesNoMore(scope: Scope, words: string): Promise<void> {
  await until(`"${words}" is gone`, async () => !(await textOf(scope)).includes(words));
}

/** Opens whatever is folded away, so that all of a page can be read. */
export async function openAllDetails(page: Page): Promise<void> {
  await page.$$eval('details', (all) => {
    for (const each of all) each.open = true;
  });
}

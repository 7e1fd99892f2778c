import type { Page } from 'puppeteer-core';
import { until } from '../waiting';

/** The titles of the playbooks that the form of a new session offers. */
export async function offeredPlaybooks(panel: Page): Promise<string[]> {
  return await panel.$$eval('form input[type="radio"]', (radios) =>
    radios.map((radio) => (radio as HTMLInputElement).labels?.[0]?.innerText.split('\n')[0] ?? ''),
  );
}

/** Chooses a playbook of the form by its title, as soon as it is offered. */
export async function choosePlaybook(panel: Page, title: string): Promise<void> {
  const radio = await until(`the playbook "${title}" is offered`, async () => {
    const at = (await offeredPlaybooks(panel)).indexOf(title);
    return at < 0 ? null : ((await panel.$$('form input[type="radio"]'))[at] ?? null);
  });
  await radio.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await radio.click();
}

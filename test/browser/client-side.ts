import type { ElementHandle, Page } from 'puppeteer-core';
import { v7 } from 'uuid';
import { RecordMade } from '@/lib/record/wire';
import { wordsIn } from '@/server/client/words';
import type { TestApi } from '@/server/test-api';
import { aFinished, ask, put } from '@/server/test-people';
import { aNo } from '../fixtures';
import { find, press, textOf, write } from './screen';
import { aTeamAt, type TeamAt } from './team';
import { until } from './waiting';
import type { PlainPage } from './without-scripts';

/** As a client reads it. */
const c = wordsIn('en');

export type ClientSide = {
  team: TeamAt;
  /** Private addresses: of the shipped self-check with times that are offered, and of the decision of a session. */
  check: string;
  record: string;
};

/** A team, and the two addresses that it gave to a client. `name` without spaces. */
export async function aClientSide(origin: string, name: string): Promise<ClientSide> {
  const team = await aTeamAt(origin, name);
  const api = { origin } as TestApi;
  const times = [1, 2].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
  const link = { id: v7(), selfCheckId: 'is-a-talk-worth-it', times };
  const made = await ask(api, team.expert, 'POST', '/api/client-links', link);
  const session = aFinished({ decision: aNo() });
  await put(api, team.expert, session);
  const shared = await ask(api, team.expert, 'POST', `/api/sessions/${session.id}/record`);
  return { team, check: String(made.body.address), record: RecordMade.parse(shared.body).address ?? '' };
}

/** Presses a button of a page without scripts and waits for where it leads. */
export const goOn = ({ page, leave }: PlainPage, name: string): Promise<void> =>
  leave(() => press(page, 'button', name));

/** From the first page of the shipped self-check to the closing one, with answers that name a problem and its cost. */
export async function answerCheck(plain: PlainPage, address: string): Promise<void> {
  const { page } = plain;
  await page.goto(address);
  await goOn(plain, c('begin'));
  await write(page, 'What happens today that makes you look at this?', 'The copies stop twice a month');
  for (let step = 0; step < 12 && !(await textOf(page)).includes(c('choose')); step++) {
    if ((await textOf(page)).includes('What does it cost you at present?'))
      await press(page, 'checkbox', 'Working time');
    await goOn(plain, c('next'));
  }
}

/** Suggests another wording of one part of a decision record. */
export async function suggestWording({ page, leave }: PlainPage, part: string, words: string): Promise<void> {
  const form = await page.waitForSelector(`form:has(input[name="part"][value="${part}"])`);
  await page.$$eval('details', (all) => {
    for (const each of all) each.open = true;
  });
  const field = await form?.$('textarea');
  await field?.evaluate((area) => area.scrollIntoView({ block: 'center' }));
  await field?.focus();
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyA');
  await page.keyboard.up('Control');
  await page.keyboard.type(words);
  await leave(async () => (await form?.$('button[value="correct"]'))?.click());
}

/** An address that the team is told once, in a field that is only read. */
export async function addressOn(page: Page, label: string): Promise<string> {
  const field = (await find(page, 'textbox', label)) as ElementHandle<HTMLInputElement>;
  return await until('an address is told', async () => (await field.evaluate((input) => input.value)) || null);
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsIn } from '@/server/client/words';
import { type Launched, launchWithExtension, type RunningApi, startApi } from '../browser';
import { aClientSide, type ClientSide } from '../browser/client-side';
import { tabAndPress, tabAndType, tabTo } from '../browser/keyboard';
import { sees, textOf } from '../browser/screen';
import { expectCalm, type PlainPage, withoutScripts } from '../browser/without-scripts';

const t = wordsIn('en');

let api: RunningApi;
let launched: Launched;
let side: ClientSide;

beforeAll(async () => {
  [api, launched] = await Promise.all([startApi(), launchWithExtension({ extensions: [] })]);
  side = await aClientSide(api.origin, 'Northwind');
});
afterAll(async () => {
  await launched?.close();
  await api?.stop();
});

const opened = async (address: string, language = 'en'): Promise<PlainPage> => {
  const plain = await withoutScripts(launched.browser, language);
  await plain.page.goto(address);
  return plain;
};
/** Presses this button by the keyboard and waits for where it leads. */
const goOn = ({ page, leave }: PlainPage, name: string) => leave(() => tabAndPress(page, name));

describe('the pages for clients, without scripts and by the keyboard alone', () => {
  it('lead through the self-check to a talk that was asked for, each page light and without a finding', async () => {
    const plain = await opened(side.check);
    const { page } = plain;
    await expectCalm(plain);
    await goOn(plain, t('begin'));
    await tabAndType(page, 'What happens today that makes you look at this?', 'The pump stops twice a week');
    await expectCalm(plain);
    await goOn(plain, t('next'));
    await expectCalm(plain);
    await goOn(plain, t('next'));
    await goOn(plain, t('next'));
    await tabTo(page, 'Working time');
    await page.keyboard.press('Space');
    await expectCalm(plain);
    for (let step = 0; step < 8 && !(await textOf(page)).includes(t('choose')); step++) await goOn(plain, t('next'));
    await sees(page, 'a talk seems worth both our time');
    await expectCalm(plain);
    await tabAndType(page, t('email'), 'kim@client.example');
    await goOn(plain, t('send'));
    await sees(page, t('sentTitle'));
    await sees(page, 'The pump stops twice a week');
    await expectCalm(plain);
  });

  it('let it end on the very first page, and call that a good result', async () => {
    const plain = await opened(side.check);
    await goOn(plain, t('end'));
    await sees(plain.page, t('endedTitle'));
    await expectCalm(plain);
  });

  it('let the decision be worded otherwise, confirmed, and the talk be answered for with arrows', async () => {
    const plain = await opened(side.record);
    const { page } = plain;
    await expectCalm(plain);
    await page.goto(side.record);
    await tabAndPress(page, t('recordSuggest'));
    await tabAndType(page, t('recordSuggestLabel'), 'In our words: ');
    await goOn(plain, t('recordSuggestSend'));
    await sees(page, t('recordThanks'));
    await sees(page, 'In our words: ');
    await tabTo(page, t('talkStep0'));
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
    expect(await page.$eval('input[name=understood]:checked', (chosen) => (chosen as HTMLInputElement).value)).toBe(
      '3',
    );
    await goOn(plain, t('talkSend'));
    await sees(page, t('talkTaken'));
    await expectCalm(plain);
    await goOn(plain, t('talkBack'));
    await goOn(plain, t('recordConfirm'));
    await sees(page, t('recordCorrections', { team: side.team.name }));
    expect(await page.$('input[type=radio]')).toBeNull();
  });

  it('say calmly that nothing is at an address', async () => {
    const plain = await opened(`${side.check}x`);
    await sees(plain.page, t('noSuchTitle'));
    expect((await plain.loaded()).length).toBeGreaterThan(0);
  });
});

describe('the pages for clients in Arabic', () => {
  const ar = wordsIn('ar');

  it('run from right to left, as wide as their window, without a finding', async () => {
    const plain = await opened(side.check, 'ar-EG,ar;q=0.9,en;q=0.5');
    const { page } = plain;
    const begin = await page.$eval('button.main', (button) => {
      const { left, right } = button.getBoundingClientRect();
      return { direction: getComputedStyle(button).direction, isAtTheRight: left + right > innerWidth };
    });
    expect(begin).toEqual({ direction: 'rtl', isAtTheRight: true });
    expect(await page.$eval('html', (html) => [html.lang, html.dir])).toEqual(['ar', 'rtl']);
    await expectCalm(plain);
    await goOn(plain, ar('begin'));
    await expectCalm(plain);
    await page.goto(side.record);
    await sees(page, ar('recordTitle'));
    await expectCalm(plain);
  });

  it('leave what people wrote in its own direction', async () => {
    const { page } = await opened(side.record, 'ar');
    expect(await page.$eval('.said', (said) => getComputedStyle(said).unicodeBidi)).toBe('plaintext');
  });
});

import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveEditorPage } from '../bench/editor/editor-page';
import { findChromium, until } from '../browser';
import { chromiumArgs } from '../browser/chromium-args';

let browser: Browser;
let served: Awaited<ReturnType<typeof serveEditorPage>>;
let page: Page;

beforeAll(async () => {
  const chromium = await findChromium();
  if (chromium.kind === 'missing') throw new Error(chromium.sentence);
  served = await serveEditorPage();
  browser = await launch({ executablePath: chromium.path, args: [...chromiumArgs(), '--disable-gpu'] });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});
beforeEach(async () => {
  page = await browser.newPage();
  await page.setViewport({ width: 360, height: 765 });
});
afterEach(() => page.close());

async function open(query: string): Promise<void> {
  await page.goto(`${served.origin}/?${query}`);
  await page.waitForSelector('.cm-content');
}
const withText = (text: string) => open(`text=${encodeURIComponent(text)}`);

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    const parts = key.split('+');
    const last = parts.pop() ?? '';
    for (const held of parts) await page.keyboard.down(held as 'Control');
    await page.keyboard.press(last as 'Enter');
    for (const held of parts.reverse()) await page.keyboard.up(held as 'Control');
  }
}

/** The note that was handed out, once it is `text`. */
async function noteIs(text: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.note.text), { timeout: 10_000 }).toBe(text);
}

describe('keys in the note', () => {
  it('moves to the ends of lines and of the note, and types there', async () => {
    await withText('one two\nthree');
    await press('Control+End', 'x', 'Home', 'y', 'Control+Home', 'z', 'End', 'w');
    await noteIs('zone twow\nythreex');
  });
  it('breaks lines, deletes words and takes both back and forth', async () => {
    await withText('one two three');
    await press('Control+End', 'Control+Backspace', 'Backspace', 'Enter', 'a');
    await noteIs('one two\na');
    await press('Control+z', 'Control+z', 'Control+z', 'Control+z');
    await noteIs('one two three');
    await press('Control+y', 'Control+y', 'Control+y', 'Control+y');
    await noteIs('one two\na');
  });
  it('selects, copies and pastes all of a note that is far longer than the screen', async () => {
    await browser.defaultBrowserContext().overridePermissions(served.origin, ['clipboard-read', 'clipboard-write']);
    await open('words=10000');
    const whole = await page.evaluate(() => window.note.text);
    await press('Control+a', 'Control+c', 'Control+End', 'Control+v');
    await noteIs(whole + whole);
    await press('Control+a', 'Delete');
    await noteIs('');
    await press('Control+z');
    await noteIs(whole + whole);
  });
  it('walks by pages and lines through what was out of sight', async () => {
    await open('words=10000');
    const whole = await page.evaluate(() => window.note.text);
    await press(...Array.from({ length: 12 }, () => 'PageDown'), ...Array.from({ length: 40 }, () => 'ArrowDown'), '#');
    await until('it is typed', () => page.evaluate(() => window.note.text.includes('#')));
    const down = await page.evaluate(() => window.note.text.indexOf('#'));
    expect(down).toBeGreaterThan(2_000);
    await press('Backspace', ...Array.from({ length: 30 }, () => 'PageUp'), 'Home', '#');
    await noteIs(`#${whole}`);
  });
  it('takes what an input method composes', async () => {
    await withText('a ');
    await press('Control+End');
    const cdp = await page.createCDPSession();
    for (const text of ['に', 'にほ', 'にほん'])
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await cdp.send('Input.insertText', { text: '日本' });
    await press('!');
    await noteIs('a 日本!');
  });
  it('keeps emoji and text from right to left whole', async () => {
    await withText('שלום 👩‍👩‍👧');
    await press('Control+End', 'Backspace', 'x');
    await noteIs('שלום x');
  });
});

describe('flags in the note', () => {
  const AGENDA = 'Our platform pays for itself in a year.';
  const marks = () => page.$$eval('mark', (all) => all.map((mark) => mark.textContent));

  it('come when the line is finished, and not under the word being typed', async () => {
    await withText('');
    await page.keyboard.type(AGENDA.slice(0, 12));
    expect(await marks()).toEqual([]);
    await page.keyboard.type(`${AGENDA.slice(12)}\n`);
    await expect.poll(async () => (await marks()).length, { timeout: 10_000 }).toBeGreaterThan(0);
    await expect.poll(() => page.evaluate(() => window.note.flags.length)).toBeGreaterThan(0);
  });
  it('are reached, answered and left by the keyboard alone', async () => {
    await withText(`${AGENDA}\nShe counts the scrap.`);
    await page.waitForSelector('mark');
    await press('Control+End', 'F8', 'Control+Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H3');
    await press('Tab', 'Tab', 'Tab', 'Enter');
    await page.keyboard.type('their own words');
    await press('Tab', 'Enter');
    await expect.poll(() => page.evaluate(() => window.note.flags[0]?.answer?.reason)).toBe('their own words');
    // Its button has the focus: the answer can be taken back at once.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Take this answer back');
    await press('Escape');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('cm-content');
  });
  it('count as reworded when other words stand there', async () => {
    await withText(`${AGENDA}\n`);
    await page.waitForSelector('mark');
    await press('F8', 'Control+Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H3');
    await press('Tab', 'Tab', 'Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('cm-content');
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toContain('pays for itself');
    await page.keyboard.type('they say');
    await press('ArrowDown');
    await expect
      .poll(() => page.evaluate(() => window.note.flags.map((flag) => flag.answer?.kind)), { timeout: 10_000 })
      .toContain('reworded');
  });
  it('do not stand on a line that they asked for', async () => {
    await withText(AGENDA);
    await page.waitForSelector('mark');
    await press('Alt+a');
    await expect.poll(marks, { timeout: 10_000 }).toEqual([]);
    expect(await page.evaluate(() => window.note.theyAsked)).toEqual([{ from: 0, to: AGENDA.length }]);
  });
});

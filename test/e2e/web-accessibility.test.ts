import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedSelfChecks } from '@/lib/self-check/shipped';
import { type DemoSignIn, demoSignIns, seedDemo } from '@/server/demo';
import { buildWeb, type Launched, launchWithExtension, type RunningApi, startApi } from '../browser';
import { axeInBothThemes, sidewaysScroll } from '../browser/axe';
import { openAllDetails, press, sees, t } from '../browser/screen';
import { signInOnWeb } from '../browser/web/sign-in';

/** Widths in CSS pixels: a phone, the panel's own, a desk. */
const WIDTHS = [320, 600, 1280];

let api: RunningApi;
let launched: Launched;

beforeAll(async () => {
  await buildWeb();
  [api, launched] = await Promise.all([startApi(), launchWithExtension()]);
  await seedDemo({ origin: api.origin });
});
afterAll(async () => {
  await launched?.close();
  await api?.stop();
});

/** A page in a browser context of its own, signed in as one of the demo team, or signed out. */
async function pageOf(role: DemoSignIn['role'] | null): Promise<Page> {
  const page = await (await launched.browser.createBrowserContext()).newPage();
  const person = demoSignIns.find((each) => each.role === role);
  if (!person) return page;
  await page.goto(`${api.origin}/sign-in`);
  await signInOnWeb(page, person);
  await sees(page, t('webSessions'));
  return page;
}

async function expectFlawless(page: Page, path: string, words: string): Promise<void> {
  await page.goto(api.origin + path);
  await sees(page, words);
  await openAllDetails(page);
  expect(await axeInBothThemes(page)).toEqual([]);
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 800 });
    expect([width, await sidewaysScroll(page)]).toEqual([width, 0]);
  }
  // 1280 px at 200 %.
  await page.setViewport({ width: 640, height: 400, deviceScaleFactor: 2 });
  expect(['200 %', await sidewaysScroll(page)]).toEqual(['200 %', 0]);
}

describe('every page of the web app has no finding of axe, in either theme, and fits every width', () => {
  it('signed out: sign in, an invitation that is over, a page that is not there, the practice call', async () => {
    const page = await pageOf(null);
    await expectFlawless(page, '/sign-in', t('webEmail'));
    await expectFlawless(page, '/sign-in?new=team', t('webNewTeam'));
    await expectFlawless(page, `/join/x.${'x'.repeat(43)}`, t('webInvitationOver'));
    await expectFlawless(page, '/practice', 'What they say');
  });

  it('an expert: their sessions, one with its flags, their panels, connecting one', async () => {
    const page = await pageOf('expert');
    await expectFlawless(page, '/sessions', t('webSessionsOwn'));
    const session = await page.$eval('main li a[href^="/sessions/"]', (link) => link.getAttribute('href') ?? '');
    await expectFlawless(page, session, t('viewSequence'));
    await expectFlawless(page, '/devices', t('webDevices'));
    await expectFlawless(page, '/device', t('webDeviceCode'));
    await expectFlawless(page, '/team', t('webMembers'));
    await expectFlawless(page, '/self-checks', t('selfCheckLinksNone'));
    await expectFlawless(page, '/self-checks/is-a-talk-worth-it', t('selfCheckPreview'));
  });

  it('a lead and an admin: the team’s sessions, the filters, the members, inviting', async () => {
    const lead = await pageOf('lead');
    await expectFlawless(lead, '/sessions', t('webSessionsLead'));
    await expectFlawless(lead, '/sessions?client=nobody-of-this-name', t('webNoneFit'));
    await expectFlawless(lead, '/insights', t('insightsRule'));
    const admin = await pageOf('admin');
    await expectFlawless(admin, '/team', t('webInvite'));
  });

  it('a lead: the playbooks, one as it is edited, the flags of the team', async () => {
    const page = await pageOf('lead');
    await expectFlawless(page, '/rules', t('rulesNever'));
    await expectFlawless(page, '/playbooks', t('playbooksNew'));
    await expectFlawless(page, '/playbooks/first-call-25', t('playbooksPreview'));
    await page.evaluate(async () => {
      const { id: _, ...own } = await (await fetch('/api/playbooks/first-call-25/1')).json();
      const body = JSON.stringify({ document: { ...own, id: 'own' }, revision: 0 });
      await fetch('/api/playbooks/drafts/own', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body,
      });
    });
    await expectFlawless(page, '/playbooks/own', t('playbooksStageAdd'));
  });

  it('a lead: the self-checks, with what clients sent and a link, and one as it is edited', async () => {
    const page = await pageOf('lead');
    await page.goto(`${api.origin}/self-checks`);
    await press(page, 'button', t('selfCheckMakeLink'));
    const field = await page.waitForSelector('input[readonly]');
    const address = await field?.evaluate((input) => (input as HTMLInputElement).value);
    for (const sent of ['go=end', 'go=send&email=kim%40client.example&t.today=It+stops&message=After+ten'])
      await fetch(String(address), { method: 'POST', body: new URLSearchParams(sent) });
    await expectFlawless(page, '/self-checks', t('selfCheckEndedText'));
    await press(page, 'button', t('playbooksCopyNamed', { title: shippedSelfChecks[0]?.title ?? '' }));
    await sees(page, t('selfCheckCriteriaText'));
    await expectFlawless(page, new URL(page.url()).pathname, t('selfCheckCriteriaText'));
  });
});

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Playbook } from '@/lib/playbooks/playbook';
import type { TestApi } from '@/server/test-api';
import { ask, PASSWORD } from '@/server/test-people';
import { aPlaybook } from '@/test/fixtures';
import { buildWeb, type Launched, launchWithExtension, openPanel, type RunningApi, startApi } from '../browser';
import { finishWithoutDecision } from '../browser/panel/decide';
import { typeNote, waitUntilSaved } from '../browser/panel/note';
import { choosePlaybook, offeredPlaybooks } from '../browser/panel/playbook';
import { currentQuestion, goToDecision, markAsked } from '../browser/panel/sequence';
import { signInByCode } from '../browser/panel/sign-in';
import { startSession } from '../browser/panel/start';
import { sees, t, textOf } from '../browser/screen';
import { aTeamAt, type TeamAt } from '../browser/team';
import { openSessionOf } from '../browser/web/sessions';
import { signInOnWeb } from '../browser/web/sign-in';

const QUESTION = 'Which alarm woke you last, and what had you tried by then?';
const TITLE = 'Our on-call talk';

/** A version of the team's own sequence: one stage of theirs, then options and decision as in ours. */
const own = (version: number, question: string): Playbook => ({
  id: 'on-call',
  version,
  title: TITLE,
  summary: 'One question about nights.',
  stages: [
    {
      id: 'nights',
      kind: 'problem',
      title: 'Nights',
      aim: 'What the nights are like.',
      minutes: 10,
      questions: [
        {
          id: 'last-alarm',
          text: question,
          why: 'A night tells more than a tally.',
          listenFor: ['who was woken'],
          followUps: [],
          kind: 'diagnostic',
          neededForDecision: false,
        },
      ],
    },
    ...aPlaybook().stages.filter(({ kind }) => kind === 'options' || kind === 'decide'),
  ],
});

let api: RunningApi;
let launched: Launched;
let panel: Page;
let team: TeamAt;
const put = (playbook: Playbook) =>
  ask({ origin: api.origin } as TestApi, team.lead, 'PUT', `/api/playbooks/on-call/${playbook.version}`, playbook);

beforeAll(async () => {
  await buildWeb();
  [api, launched] = await Promise.all([startApi(), launchWithExtension()]);
  team = await aTeamAt(api.origin, 'Nights');
});
afterAll(async () => {
  await launched?.close();
  await api?.stop();
});

/** Each step goes on where the last one stopped. */
describe("a team's own playbook", () => {
  it('is offered in the panel as soon as its expert is signed in, in its newest version', async () => {
    expect((await put(own(1, 'An older question?'))).status).toBe(201);
    expect((await put(own(2, QUESTION))).status).toBe(201);
    panel = await openPanel(launched.browser);
    await sees(panel, t('startPlaybook'));
    expect(await offeredPlaybooks(panel)).not.toContain(TITLE);
    const options = await signInByCode(launched.browser, api.origin, { email: team.expert.email, password: PASSWORD });
    await options.close();
    await panel.bringToFront();
    await choosePlaybook(panel, TITLE);
    expect((await offeredPlaybooks(panel)).filter((title) => title === TITLE)).toHaveLength(1);
  });

  it('leads through a session', async () => {
    await startSession(panel, { client: 'Kestrel Tramways' });
    expect(await currentQuestion(panel)).toBe(QUESTION);
    await markAsked(panel);
    await typeNote(panel, 'The pump alarm, at three.');
    await waitUntilSaved(panel);
    await goToDecision(panel);
    await finishWithoutDecision(panel, 'They will look at their logs first.');
    await sees(panel, t('syncWithTeam'));
  });

  it('is what the lead reads the session with', async () => {
    const context = await launched.browser.createBrowserContext();
    const page = await context.newPage();
    await page.goto(`${api.origin}/sign-in`);
    await signInOnWeb(page, { email: team.lead.email, password: PASSWORD });
    await openSessionOf(page, 'Kestrel Tramways');
    await sees(page, QUESTION);
    const read = await textOf(page);
    for (const words of [t('viewPlaybookVersion', { title: TITLE, version: 2 }), 'Nights', 'The pump alarm, at three.'])
      expect(read).toContain(words);
    expect(read).not.toContain(t('viewUnknownPlaybook'));
  });
});

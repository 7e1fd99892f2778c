import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '@/server/test-people';
import {
  buildWeb,
  EXTENSION_ID,
  type Launched,
  launchWithExtension,
  openPanel,
  type RunningApi,
  startApi,
  watchRequests,
} from '../browser';
import { addNextStep, finish, tryToFinish, writeDecision } from '../browser/panel/decide';
import { disputeFlag, keepFlag, rewordFlag, underlined, waitForFlags } from '../browser/panel/flags';
import { noteLines, typeNote, waitUntilSaved } from '../browser/panel/note';
import {
  addOwnQuestion,
  currentQuestion,
  goToDecision,
  goToStage,
  markAsked,
  markNotRelevant,
  nextQuestion,
  skip,
} from '../browser/panel/sequence';
import { signInByCode } from '../browser/panel/sign-in';
import { leaveSession, openListed, startSession } from '../browser/panel/start';
import { openAllDetails, press, sees, seesNoMore, t, textOf } from '../browser/screen';
import { aTeamAt, type TeamAt } from '../browser/team';
import { listsClient, openSessionOf } from '../browser/web/sessions';
import { signInOnWeb } from '../browser/web/sign-in';

const CLIENT = 'Harbour Hotels';
const LINES = [
  'They lose two days a month.',
  'push them to sign before the quarter ends',
  'show them our dashboard, it fixes that',
  'flatter the CFO a little',
];

let api: RunningApi;
let launched: Launched;
let panel: Page;
let team: TeamAt;
let asked: string;
let requests: Awaited<ReturnType<typeof watchRequests>>;
let leadsBrowser: BrowserContext;

beforeAll(async () => {
  await buildWeb();
  [api, launched] = await Promise.all([startApi(), launchWithExtension()]);
  requests = await watchRequests(launched.browser);
  team = await aTeamAt(api.origin, 'Whole');
});
afterAll(async () => {
  await launched?.close();
  await api?.stop();
});

/** One call from the welcome page to the lead's page. Each step goes on where the last one stopped. */
describe('a whole call', () => {
  it('begins on the welcome page, whose button opens the docked panel', async () => {
    panel = await openPanel(launched.browser);
    expect(panel.url()).toBe(`chrome-extension://${EXTENSION_ID}/sidepanel.html`);
    expect(await panel.evaluate(() => innerWidth)).toBeLessThan(600);
  });

  it('starts a session with the client, the people and a playbook', async () => {
    await startSession(panel, { client: CLIENT, title: 'Backups', people: [{ name: 'Ljerka', role: 'IT manager' }] });
    asked = await currentQuestion(panel);
    await sees(panel, CLIENT);
  });

  it('keeps asked, skipped and not relevant apart, and takes a question of its own', async () => {
    await markAsked(panel);
    await nextQuestion(panel);
    await skip(panel, 'They are in a hurry.');
    await nextQuestion(panel);
    await markNotRelevant(panel);
    await addOwnQuestion(panel, 'Who else has seen it fail?');
    const states = await panel.$$eval('nav ol button .visually-hidden', (marks) =>
      marks.map((mark) => mark.textContent),
    );
    for (const key of ['questionAsked', 'questionSkipped', 'questionNotRelevant'] as const)
      expect(states).toContain(t(key));
  });

  it('underlines agenda-driven language in the note, and only that', async () => {
    await goToStage(panel, 'Problem');
    await typeNote(panel, `${LINES.join('\n')}\n`);
    expect(await noteLines(panel)).toEqual([...LINES, '']);
    const pieces = await waitForFlags(panel, 3);
    expect(pieces.join(' ')).not.toContain('two days');
    await waitUntilSaved(panel);
  });

  it('takes each kind of answer to a flag', async () => {
    await keepFlag(panel, 'flatter the CFO', 'A thank-you for her time, nothing more.');
    await disputeFlag(panel, 'show them our dashboard', 'They asked for it.');
    await rewordFlag(panel, 'push them to sign', 'ask what their date depends on');
    await waitForFlags(panel, 2);
    expect((await noteLines(panel)).join('\n')).toContain('ask what their date depends on');
    expect((await underlined(panel)).join(' ')).not.toContain('push them');
  });

  it('says in one sentence each what a decision still lacks', async () => {
    await goToDecision(panel);
    const first = await tryToFinish(panel);
    for (const key of ['problemLeaveGood', 'problemUndecided', 'problemObjective'] as const) {
      expect(first).toContain(t(key));
    }
    await writeDecision(panel, { outcome: 'outcomeNotYet' });
    const missing = await tryToFinish(panel);
    for (const key of ['problemMissing', 'problemLookAgain'] as const) expect(missing).toContain(t(key));
    await writeDecision(panel, { outcome: 'outcomeNo' });
    const no = await tryToFinish(panel);
    for (const key of ['problemReason', 'problemObjective', 'problemLeaveGood', 'problemElsewhereBad'] as const) {
      expect(no).toContain(t(key));
    }
  });

  it('finishes with a no that has its reason', async () => {
    await writeDecision(panel, {
      to: 'Leave the backups where they are this year',
      reason: 'Two lost days a month cost less than the move in high season.',
      objectives: 'Open all summer without a break',
      leave: { good: 'No work in high season.', bad: 'Two days a month stay lost.' },
      elsewhere: { good: 'Their own people know the rack.', bad: 'Nobody has the time before October.' },
      playback: 'Two days a month, one rack, no time before October.',
      tookPart: ['Ljerka, IT manager'],
    });
    await addNextStep(panel, { text: 'Count the lost days again in October', name: 'Ljerka', day: '2027-10-15' });
    await finish(panel);
    await sees(panel, t('syncOnDevice'));
  });

  it('signs in by a code that is confirmed on the team’s page', async () => {
    const { email } = team.expert;
    const options = await signInByCode(launched.browser, api.origin, { email, password: PASSWORD });
    await sees(options, t('optionsHeld', 1));
    await press(options, 'button', t('optionsHeldSend', { team: team.name }));
    await seesNoMore(options, t('optionsHeld', 1));
    await options.close();
  });

  it('says that the finished session is with the team', async () => {
    await sees(panel, t('syncWithTeam'));
  });

  it('finishes the next one with a not yet that goes to the team by itself', async () => {
    await leaveSession(panel);
    await startSession(panel, { client: 'Alpha Works', people: [{ name: 'Mira', role: 'CTO' }] });
    await goToDecision(panel);
    await writeDecision(panel, {
      outcome: 'outcomeNotYet',
      to: 'Move the night runs',
      reason: 'The restore test has not been made.',
      missing: 'A restore test',
      lookAgainOn: '2027-02-01',
      objectives: 'Nights without a call',
      leave: { good: 'Nothing to do.', bad: 'Calls go on.' },
      elsewhere: { good: 'Cheap.', bad: 'Slow.' },
      playback: 'Calls at night, no restore test.',
      tookPart: ['Mira, CTO'],
    });
    await finish(panel);
    await sees(panel, t('syncWithTeam'));
    await leaveSession(panel);
    await openListed(panel, CLIENT);
    await sees(panel, t('outcomeNo'));
  });

  it('is read by the lead with its flags, in a browser of their own', async () => {
    leadsBrowser = await launched.browser.createBrowserContext();
    const web = await leadsBrowser.newPage();
    await web.goto(`${api.origin}/sign-in`);
    await signInOnWeb(web, { email: team.lead.email, password: PASSWORD });
    await listsClient(web, 'Alpha Works');
    const list = await textOf(web);
    expect(list).toContain(t('webReached'));
    for (const outcome of ['outcomeNotYet', 'outcomeYes'] as const) expect(list).not.toContain(t(outcome));
    await openSessionOf(web, CLIENT);
    await sees(web, LINES[0] ?? '');
    await openAllDetails(web);
    for (const words of [
      asked,
      'They are in a hurry.',
      'Who else has seen it fail?',
      'They lose two days a month.',
      'They asked for it.',
      'A thank-you for her time',
      'ask what their date depends on',
      t('viewFlagReworded'),
      t('outcomeNo'),
      'Count the lost days again in October',
    ]) {
      await sees(web, words);
    }
  });

  it('never shows the team the words that the expert took back', async () => {
    const [web] = await leadsBrowser.pages();
    expect(await web?.content()).not.toContain('push them to sign');
    expect(api.log()).not.toContain('push them to sign');
    expect(api.log()).not.toContain('two days');
  });

  it('asked nobody but the team’s own API', async () => {
    await requests.stop();
    const others = requests.addresses.filter(
      (address) => !/^(chrome-extension|data|blob|chrome):/.test(address) && new URL(address).origin !== api.origin,
    );
    expect(others).toEqual([]);
    expect(requests.addresses.some((address) => address.startsWith(`${api.origin}/api/sessions/`))).toBe(true);
  });
});

import { type DemoSignIn, demoSignIns, seedDemo } from '@/server/demo';
import { buildWeb, type Launched, launchWithExtension, startApi } from '../browser';
import { shootClientSide } from './client-scenes';
import { shootDecision, shootList } from './decision-scenes';
import { shootDocked, shootOptions, shootWelcome, shootWithTeam } from './options-scenes';
import { panelInTab, shootSequence, shootTwoSessions } from './panel-scenes';
import { createShooter, looksOf } from './shooter';
import { shootWeb } from './web-scenes';

/**
 * `npm run screens`: every screen and state, taken from the real parts, into .screens/. Fails where a state cannot be reached.
 * With `web` among its words only the web app's, with `client` only the client's side.
 */
const { shoot, folder, count } = createShooter(looksOf(process.argv.slice(2)));
const asked = (part: string) => process.argv.includes(part);
const everything = !asked('web') && !asked('client');
if (everything || asked('client')) await shootClientSide(shoot);
if (everything || asked('web')) await shootDemo();
console.log(`${count()} screens in ${folder}`);

async function shootDemo(): Promise<void> {
  await buildWeb();
  const [api, launched] = await Promise.all([startApi(), launchWithExtension()]);
  try {
    await seedDemo({ origin: api.origin });
    const as = (role: string) => {
      const found = demoSignIns.find((one) => one.role === role);
      if (!found) throw new Error(`the demo team has no ${role}`);
      return found;
    };
    if (everything) await shootExtension(launched, api.origin, as('expert'));
    await shootWeb(launched.browser, api.origin, { lead: as('lead'), admin: as('admin') }, shoot);
  } finally {
    await launched.close();
    await api.stop();
  }
}

async function shootExtension(launched: Launched, origin: string, expert: DemoSignIn): Promise<void> {
  await shootWelcome(launched, shoot);
  await shootDocked(launched, shoot);
  const panel = await panelInTab(launched);
  await shootSequence(panel, shoot);
  await shootTwoSessions(panel, shoot);
  await shootDecision(launched, panel, shoot);
  await shootList(panel, shoot);
  await shootOptions(launched, origin, expert, shoot);
  await shootWithTeam(panel, shoot);
}

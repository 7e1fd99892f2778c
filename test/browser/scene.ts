import type { Page } from 'puppeteer-core';
import { buildWeb } from './build-extension';
import { signInWith } from './device-store';
import { type Launched, launchWithExtension } from './launch';
import { openPanel } from './open-panel';
import { type ApiOptions, type RunningApi, startApi } from './start-api';
import { aTeamAt, credentialOf, type TeamAt } from './team';

export type Scene = { api: RunningApi; launched: Launched; panel: Page; team: TeamAt; end(): Promise<void> };

/** An API with a team, a browser with the extension, and the docked panel, signed in as the team's expert. */
export async function aScene(name: string, options: ApiOptions = {}): Promise<Scene> {
  await buildWeb();
  const [api, launched] = await Promise.all([startApi(options), launchWithExtension()]);
  const panel = await openPanel(launched.browser);
  const team = await aTeamAt(api.origin, name);
  await signInWith(panel, await credentialOf(team, team.expert));
  return {
    api,
    launched,
    panel,
    team,
    async end() {
      await launched.close();
      await api.stop();
    },
  };
}

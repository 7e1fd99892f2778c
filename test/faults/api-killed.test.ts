import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/session/session';
import { startEmbedded } from '@/server/db/embedded/start-embedded';
import { aFinished } from '@/server/test-people';
import { type Launched, launchWithExtension, openPanel, type RunningApi, startApi, until } from '../browser';
import { countOf, drain, putFinished, signInWith } from '../browser/device-store';
import { aTeamAt, credentialOf, type TeamAt } from '../browser/team';

const KILLS = 20;
const EACH_ROUND = 3;

describe('an API killed while the panel sends', () => {
  let data: string;
  let api: RunningApi;
  let launched: Launched;
  let panel: Page;
  let team: TeamAt;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'eitherway-api-killed-'));
    [api, launched] = await Promise.all([startApi({ data }), launchWithExtension()]);
    panel = await openPanel(launched.browser);
    team = await aTeamAt(api.origin, 'Killed');
    await signInWith(panel, await credentialOf(team, team.expert));
  });
  afterAll(async () => {
    await launched?.close();
    await api?.stop();
    await rm(data, { recursive: true, force: true });
  });

  it(`has every finished session exactly once after ${KILLS} kills, at its newest revision`, async () => {
    const sessions = new Map<string, Session>();
    let inTheMiddle = 0;
    for (let round = 0; round < KILLS; round++) {
      const begun = Array.from({ length: EACH_ROUND }, () => aFinished());
      const again = [...sessions.values()]
        .slice(-1)
        .map((old) => ({ ...old, revision: old.revision + 2, title: `${old.title}, read again` }));
      for (const session of [...begun, ...again]) sessions.set(session.id, session);
      const waiting = await countOf(panel, 'outbox');
      await putFinished(panel, [...begun, ...again], team.id);
      const draining = drain(panel);
      await momentOf(round, panel, waiting + EACH_ROUND + again.length);
      await api.kill();
      await draining;
      const left = await countOf(panel, 'outbox');
      if (left > 0 && left < waiting + EACH_ROUND + again.length) inTheMiddle += 1;
      await api.again();
    }
    await until('the outbox is empty', async () => {
      await drain(panel);
      return (await countOf(panel, 'outbox')) === 0;
    });

    expect(inTheMiddle).toBeGreaterThan(KILLS / 4);
    expect(await countOf(panel, 'delivered')).toBe(sessions.size);
    const stored = await storedRows(data, team.id);
    expect(stored.sessions).toEqual([...sessions.values()].map(({ id, revision }) => ({ id, revision })).sort(byId));
    expect(stored.events.filter(({ times }) => times !== '1')).toEqual([]);
    for (const { id, revision } of sessions.values()) {
      expect(stored.events).toContainEqual({ id, revision, times: '1' });
    }
  });
});

/** Every third kill comes at once, the others when one or two of the round's sessions have left the outbox. */
async function momentOf(round: number, panel: Page, full: number): Promise<void> {
  const gone = round % 3;
  if (gone === 0) return;
  await until('some have been sent', async () => (await countOf(panel, 'outbox')) <= full - gone, { every: 2 });
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

async function storedRows(data: string, teamId: string) {
  const database = await startEmbedded(data);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const sessions = await client.query('select id, revision from session where team_id = $1 order by id', [teamId]);
  const events = await client.query(
    `select session_id as id, revision, count(*)::text as times from session_event
     where team_id = $1 and kind = 'stored' group by 1, 2`,
    [teamId],
  );
  await client.end();
  await database.stop();
  return { sessions: sessions.rows.sort(byId), events: events.rows };
}

import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '@/lib/session/session';
import { onEachDatabase } from '../../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../../test-people';
import { webhookCrm } from '../connectors/webhook';
import type { StandIn } from '../stand-ins/stand-in';
import { webhookStandIn } from '../stand-ins/webhook';

const TIMES = { pollMs: 20, requestMs: 1_000, doubtMs: 100, leaseMs: 6_000 };

/** What tells messages apart has to come with every delivery. */
onEachDatabase(
  (api) => {
    let receiver: StandIn;
    let team: Team;
    beforeAll(async () => {
      // The receiver refuses what is old by its own clock.
      api.clock.now = new Date();
      receiver = await webhookStandIn();
      team = await aTeam(api, 'Alpha');
      const made = await ask(api, team.admin, 'POST', '/api/crm/connections', {
        id: v7(),
        crm: 'webhook',
        name: 'Ours',
        filled: { url: `${receiver.settings.url}/`, ...receiver.secret },
        consent: false,
        sendFrom: '2026-01-01T00:00:00.000Z',
      });
      expect(made.status).toBe(201);
    });
    afterAll(() => receiver.stop());

    it('the address is kept to the sign', async () => {
      const { body } = await ask(api, team.admin, 'GET', '/api/crm/connections');
      expect(JSON.stringify(body)).toContain(`${receiver.settings.url}/"`);
    });

    it('a note that changes back to what it was is so at a receiver that takes each message once', async () => {
      const session = aFinished();
      const titled = (revision: number, title: string): Session => ({ ...session, revision, title });
      const titles = async () =>
        (await receiver.items()).filter(({ body }) => body.includes(session.id)).map(({ title }) => title);
      for (const [step, title] of ['First', 'Second', 'First', 'Second'].entries()) {
        api.clock.now = new Date();
        await put(api, team.expert, titled(session.revision + step, title));
        await expect.poll(titles).toEqual([title]);
      }
    });
  },
  { crm: { allowPrivate: true, definitions: [webhookCrm], times: TIMES, random: () => 0 } },
);

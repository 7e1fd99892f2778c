import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '@/lib/session/session';
import { onEachDatabase } from '../../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../../test-people';
import { defineCrm } from '../connector';
import { hubspotCrm } from '../connectors/hubspot';
import { hubspotStandIn } from '../stand-ins/hubspot';
import type { StandIn } from '../stand-ins/stand-in';

const TIMES = { pollMs: 20, requestMs: 1_000, doubtMs: 100, leaseMs: 6_000 };
let origin = '';
const definition = defineCrm({
  ...hubspotCrm,
  hosts: null,
  open: (opened) => hubspotCrm.open({ ...opened, origin }),
});

/** Where it was linked before is known here alone, and has to last until it is written without it. */
onEachDatabase(
  (api) => {
    let vendor: StandIn;
    let team: Team;
    beforeAll(async () => {
      vendor = await hubspotStandIn();
      origin = vendor.origin;
      team = await aTeam(api, 'Alpha');
      const filled = { id: v7(), crm: 'hubspot', name: 'Ours', filled: vendor.secret, consent: false };
      const sendFrom = '2026-01-01T00:00:00.000Z';
      const made = await ask(api, team.admin, 'POST', '/api/crm/connections', { ...filled, sendFrom });
      expect(made.status).toBe(201);
    });
    afterAll(() => vendor.stop());

    it('a note goes to the other record and leaves the first, also when that fails at first', async () => {
      const [first, second] = [`${v7()}@one.example`, `${v7()}@two.example`];
      const one = await vendor.addPerson({ name: 'Ines', email: first });
      const two = await vendor.addPerson({ name: 'Jo', email: second });
      const session = aFinished();
      const [someone, ...others] = session.people;
      if (!someone) throw new Error('nobody is there');
      const of = (email: string, revision: number): Session => {
        return { ...session, revision, people: [{ ...someone, side: 'client', email }, ...others] };
      };
      const linksThere = async () =>
        (await vendor.items()).filter(({ body }) => body.includes(session.id)).map(({ links }) => links);
      await put(api, team.expert, of(first, session.revision));
      await expect.poll(linksThere, { timeout: 20_000 }).toEqual([[one]]);

      let faults = 1;
      vendor.faults(({ method }) => (method === 'DELETE' && faults-- > 0 ? { kind: 'cut-before' } : null));
      await put(api, team.expert, of(second, session.revision + 1));
      await expect.poll(() => faults, { timeout: 20_000 }).toBe(0);
      const later = () => {
        api.clock.now = new Date(api.clock.now.getTime() + 3_600_000);
        return linksThere();
      };
      await expect.poll(later, { timeout: 20_000, interval: 200 }).toEqual([[two]]);
    });
  },
  { crm: { allowPrivate: true, definitions: [definition], times: TIMES, random: () => 0 } },
);

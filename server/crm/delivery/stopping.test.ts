import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi } from '../../start-api';
import { onEachDatabase } from '../../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../../test-people';
import type { CrmOptions } from '../crm-deps';
import { type MemoryStandIn, memoryCrm, memoryStandIn } from '../stand-ins/memory';

const TIMES = { pollMs: 20, requestMs: 1_000, doubtMs: 100, leaseMs: 6_000, graceMs: 0 };
const CRM: CrmOptions = { allowPrivate: true, definitions: [memoryCrm('locate')], times: TIMES, random: () => 0 };
const ONE_AN_HOUR = [{ name: 'all', requests: 1, perMs: 3_600_000 }];

/** The API under test sends nothing itself; those that do run beside it. */
onEachDatabase(
  (api) => {
    let vendor: MemoryStandIn;
    let team: Team;
    beforeAll(async () => {
      vendor = await memoryStandIn();
      team = await aTeam(api, 'Alpha');
      const made = await ask(api, team.admin, 'POST', '/api/crm/connections', {
        id: v7(),
        crm: 'memory-locate',
        name: 'Ours',
        filled: { address: vendor.origin, token: 'a-token' },
        consent: false,
        sendFrom: '2026-01-01T00:00:00.000Z',
      });
      expect(made.status).toBe(201);
    });
    afterAll(() => vendor.stop());

    const sender = (crm: CrmOptions) =>
      startApi({
        port: 0,
        databaseUrl: api.databaseUrl,
        secret: 'only-for-tests-only-for-tests-only',
        now: () => api.clock.now,
        crm: { ...CRM, ...crm },
      });

    it("stopping does not wait for a vendor's pace, and what waited is sent once by the next process", async () => {
      const address = `${v7()}@nordlicht.example`;
      vendor.addPerson({ name: 'Ines', email: address });
      const [first, ...others] = aFinished().people;
      if (!first) throw new Error('nobody is there');
      const session = aFinished({ people: [{ ...first, side: 'client', email: address }, ...others] });
      const before = vendor.requests().length;
      const slow = await sender({ paceOf: () => ONE_AN_HOUR });
      await put(api, team.expert, session);
      await expect.poll(() => vendor.requests().length).toBe(before + 1);
      await slow.stop();
      expect(vendor.requests()).toHaveLength(before + 1);

      const quick = await sender({});
      const notes = () => vendor.items().filter(({ body }) => body.includes(session.id));
      await expect
        .poll(() => {
          api.clock.now = new Date(api.clock.now.getTime() + 1_000);
          return notes();
        })
        .toHaveLength(1);
      await quick.stop();
      expect(notes()).toHaveLength(1);
    });
  },
  { crm: { ...CRM, times: { ...TIMES, lanes: 0 } } },
);

import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/session/session';
import { onEachDatabase } from '../../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../../test-people';
import { type MemoryStandIn, memoryCrm, memoryStandIn } from '../stand-ins/memory';
import type { Fault } from '../stand-ins/stand-in';

const DEFINITIONS = [memoryCrm('locate'), memoryCrm('upsert')];
const TIMES = { pollMs: 20, requestMs: 1_000, doubtMs: 1_000, leaseMs: 6_000 };

describe.each(['locate', 'upsert'] as const)('a note on its way to a CRM with %s', (key) => {
  onEachDatabase(
    (api) => {
      let vendor: MemoryStandIn;
      let team: Team;
      let connection = '';
      const email = () => `${v7()}@nordlicht.example`;
      beforeAll(async () => {
        vendor = await memoryStandIn();
        team = await aTeam(api, 'Alpha');
        connection = v7();
        const made = await ask(api, team.admin, 'POST', '/api/crm/connections', {
          id: connection,
          crm: `memory-${key}`,
          name: 'Ours',
          filled: { address: vendor.origin, token: 'a-token' },
          consent: false,
          sendFrom: '2026-01-01T00:00:00.000Z',
        });
        expect(made.status).toBe(201);
      });
      afterAll(() => vendor.stop());
      beforeEach(() => vendor.faults(() => null));

      const aTalk = (address: string, change: Partial<Session> = {}): Session => {
        const session = aFinished(change);
        const [first, ...others] = session.people;
        if (!first) throw new Error('nobody is there');
        return { ...session, people: [{ ...first, side: 'client', email: address }, ...others] };
      };
      const stateOf = async (session: Session) => {
        const { body } = await ask(api, team.expert, 'GET', `/api/sessions/${session.id}/crm`);
        return (body as { notes: { kind: string; state: string; problem: string | null }[] }).notes.find(
          ({ kind }) => kind === 'note',
        );
      };
      const becomes = (session: Session, state: string) =>
        expect.poll(async () => (await stateOf(session))?.state, { timeout: 20_000 }).toBe(state);
      const notesOf = (session: Session) =>
        vendor.items().filter(({ kind, body }) => kind === 'note' && body.includes(session.id));
      /** Time passes until what waits is due again. */
      const later = (ms: number) => {
        api.clock.now = new Date(api.clock.now.getTime() + ms);
      };
      /** One fault for the next request that writes. */
      const once = (fault: Fault) => {
        let left = 1;
        vendor.faults(({ method, path }) =>
          method !== 'GET' && path.startsWith('/items/note') && left-- > 0 ? fault : null,
        );
      };

      it('arrives once, linked to the person, and is told where', async () => {
        const address = email();
        const link = vendor.addPerson({ name: 'Ines', email: address });
        const session = aTalk(address);
        await put(api, team.expert, session);
        await becomes(session, 'done');
        const [note, ...more] = notesOf(session);
        expect(more).toEqual([]);
        expect(note?.links).toEqual([link]);
        expect(note?.body).toContain(`${api.origin.replace('127.0.0.1', 'localhost')}/sessions/${session.id}`);
      });

      it('costs no request when nothing of it changed, and is rewritten in place when it did', async () => {
        const address = email();
        vendor.addPerson({ name: 'Ines', email: address });
        const session = aTalk(address);
        await put(api, team.expert, session);
        await becomes(session, 'done');
        const before = vendor.requests().filter(({ method }) => method !== 'GET').length;
        const [{ id } = { id: '' }] = notesOf(session);
        await put(api, team.expert, { ...session, revision: 4, cursor: { ...session.cursor, stageId: 'cost' } });
        const revision = async () =>
          (
            await api.pool.query('select sent_revision from crm_delivery where session_id = $1 and kind = $2', [
              session.id,
              'note',
            ])
          ).rows[0]?.sent_revision;
        await expect.poll(revision).toBe(4);
        expect(vendor.requests().filter(({ method }) => method !== 'GET').length).toBe(before);
        const decision = { ...session.decision, reason: 'They will do it by themselves.' };
        await put(api, team.expert, { ...session, revision: 5, decision });
        await expect
          .poll(() =>
            notesOf(session)
              .map((note) => note.body)
              .join(),
          )
          .toContain('by themselves');
        expect(notesOf(session).map((note) => note.id)).toEqual([id]);
      });

      it.each<[string, Fault]>([
        ['a connection cut after it was made', { kind: 'cut-after' }],
        ['a connection cut before', { kind: 'cut-before' }],
        ['an answer that is half a document', { kind: 'garbage' }],
        ['a 502 after it was made', { kind: 'status', status: 502, done: true }],
        ['a 500 instead of it', { kind: 'status', status: 500, done: false }],
        ['too many requests', { kind: 'status', status: 429, done: false, headers: { 'retry-after': '3' } }],
        ['a silence longer than we wait', { kind: 'slow', ms: 1_500 }],
      ])('stands there once after %s', async (_name, fault) => {
        const address = email();
        vendor.addPerson({ name: 'Ines', email: address });
        const session = aTalk(address);
        once(fault);
        await put(api, team.expert, session);
        await expect
          .poll(
            async () => {
              later(20_000);
              return (await stateOf(session))?.state;
            },
            { timeout: 30_000, interval: 100 },
          )
          .toBe('done');
        expect(notesOf(session)).toHaveLength(1);
      });

      it('waits for a person when nobody has the address, and goes where they say, and the next one by itself', async () => {
        const address = email();
        const domain = `${v7()}.example`;
        const company = vendor.addCompany({ name: 'Nordlicht', domain });
        const session = aTalk(address);
        await put(api, team.expert, session);
        await becomes(session, 'needs-match');
        const path = `/api/sessions/${session.id}/crm/${connection}`;
        const choose = (link: unknown) => ask(api, team.expert, 'PUT', `${path}/match`, { link, remember: true });
        expect((await choose(company)).status).toBe(422);
        const found = await ask(api, team.expert, 'POST', `${path}/find`, { domain });
        expect((found.body as { matches: unknown[] }).matches).toMatchObject([company]);
        expect((await choose(company)).status).toBe(204);
        await becomes(session, 'done');
        const next = aTalk(address);
        await put(api, team.expert, next);
        await becomes(next, 'done');
        expect([...notesOf(session), ...notesOf(next)].map(({ links }) => links)).toEqual([[company], [company]]);
      });

      it('stays here when a person says so, and goes after all when they change their mind', async () => {
        const session = aTalk(email());
        const link = vendor.addPerson({ name: 'Ines', email: 'found-by@hand.example' });
        await put(api, team.expert, session);
        await becomes(session, 'needs-match');
        const path = `/api/sessions/${session.id}/crm/${connection}`;
        await ask(api, team.lead, 'PUT', `${path}/match`, { link: null, remember: false });
        await becomes(session, 'kept-here');
        await ask(api, team.lead, 'POST', `${path}/find`, { email: 'found-by@hand.example' });
        await ask(api, team.lead, 'PUT', `${path}/match`, { link, remember: false });
        await becomes(session, 'done');
        expect(notesOf(session)).toHaveLength(1);
      });

      it('is never guessed between two', async () => {
        const address = email();
        vendor.addPerson({ name: 'Ines', email: address });
        vendor.addPerson({ name: 'Ines again', email: address });
        const session = aTalk(address);
        await put(api, team.expert, session);
        await becomes(session, 'needs-match');
        expect(notesOf(session)).toEqual([]);
      });

      it('goes with its session, also when it is in doubt', async () => {
        const address = email();
        vendor.addPerson({ name: 'Ines', email: address });
        const [sure, doubtful] = [aTalk(address), aTalk(address)];
        await put(api, team.expert, sure);
        await becomes(sure, 'done');
        once({ kind: 'cut-after' });
        await put(api, team.expert, doubtful);
        await expect.poll(() => notesOf(doubtful).length).toBe(1);
        for (const session of [sure, doubtful])
          expect((await ask(api, team.expert, 'DELETE', `/api/sessions/${session.id}`)).status).toBeLessThan(300);
        await expect
          .poll(
            () => {
              later(20_000);
              return [...notesOf(sure), ...notesOf(doubtful)];
            },
            { interval: 100 },
          )
          .toEqual([]);
      });

      it('stays with its expert until it is shared', async () => {
        await ask(api, team.admin, 'PATCH', '/api/team/settings', { shareAfterHours: 24 });
        const address = email();
        vendor.addPerson({ name: 'Ines', email: address });
        const session = aTalk(address);
        await put(api, team.expert, session);
        await becomes(session, 'waiting');
        expect((await ask(api, team.expert, 'POST', `/api/sessions/${session.id}/share`)).status).toBeLessThan(300);
        await becomes(session, 'done');
        await ask(api, team.admin, 'PATCH', '/api/team/settings', { shareAfterHours: 0 });
      });

      it('takes next steps along as tasks, and away again', async () => {
        const address = email();
        vendor.addPerson({ name: 'Ines', email: address });
        const step = {
          id: v7(),
          text: 'Send the measurements',
          owner: { side: 'client' as const, name: 'Ines' },
          date: '2026-04-01',
        };
        const session = aTalk(address);
        const withStep = { ...session, decision: { ...session.decision, nextSteps: [step] } };
        await put(api, team.expert, withStep);
        const tasks = () => vendor.items().filter(({ kind, body }) => kind === 'task' && body.includes(session.id));
        await expect
          .poll(() => tasks().map(({ title, due }) => [title, due]))
          .toEqual([['Send the measurements', '2026-04-01']]);
        await put(api, team.expert, { ...session, revision: 4, decision: { ...session.decision, nextSteps: [] } });
        await expect.poll(tasks).toEqual([]);
        expect(notesOf(session)).toHaveLength(1);
      });

      it('says nothing of which way it went, of flags, tokens or notes in any log', async () => {
        const address = email();
        vendor.addPerson({ name: 'Ines', email: address });
        const session = aTalk(address);
        await put(api, team.expert, session);
        await becomes(session, 'done');
        const [note] = notesOf(session);
        expect(note?.body).not.toMatch(/\bDecided: (yes|no)\b/i);
        const { rows } = await api.pool.query('select secret from crm_connection');
        expect(rows[0]?.secret).toMatch(/^v1\./);
        expect(JSON.stringify(rows)).not.toContain('a-token');
        expect(api.logged.join('\n')).not.toMatch(/a-token|nordlicht\.example/);
        const listed = await ask(api, team.admin, 'GET', '/api/crm/connections');
        expect(JSON.stringify(listed.body)).not.toContain('a-token');
      });

      it('stops at a refused token, and goes on when there is a new one', async () => {
        const address = email();
        vendor.addPerson({ name: 'Ines', email: address });
        const session = aTalk(address);
        vendor.faults(() => ({ kind: 'status', status: 401, done: false }));
        await put(api, team.expert, session);
        const stateOfConnection = async () =>
          ((await ask(api, team.lead, 'GET', '/api/crm/connections')).body as { connections: { state: string }[] })
            .connections[0]?.state;
        await expect.poll(stateOfConnection).toBe('attention');
        expect((await stateOf(session))?.state).toBe('waiting');
        vendor.faults(() => null);
        const filled = { address: vendor.origin, token: 'a-token' };
        expect((await ask(api, team.admin, 'PATCH', `/api/crm/connections/${connection}`, { filled })).status).toBe(
          204,
        );
        await becomes(session, 'done');
        expect(notesOf(session)).toHaveLength(1);
      });
    },
    { crm: { allowPrivate: true, definitions: DEFINITIONS, times: TIMES, random: () => 0 } },
  );
});

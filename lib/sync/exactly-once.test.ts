import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listOutbox } from '@/lib/storage/outbox';
import { deleteSession, finishSession, listSessions, readSession, saveSession } from '@/lib/storage/sessions';
import { aSession, idOf } from '@/test/fixtures';
import { aStore, someLocks } from '@/test/fixtures/a-store';
import { aTeamApi, type Fate } from '@/test/fixtures/a-team-api';
import { drainOutbox } from './drain-outbox';

const fate = fc.constantFrom<Fate>('answer', 'offline', 'answer lost', 'busy', 'killed before', 'killed after');
const which = fc.integer({ min: 1, max: 3 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constantFrom('finish', 'edit', 'reopen'), n: which }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('delete'), n: which }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('drain'), fates: fc.array(fate, { maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('edit while sending'), n: which, fate }) },
);

it('brings every finished session to its team exactly once, in its newest revision, whatever fails or is killed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.infiniteStream(fc.nat(999)), async (steps, luck) => {
      let now = 0;
      const store = await aStore(crypto.randomUUID(), () => now);
      const api = aTeamApi();
      const removed = new Set<string>();
      const random = () => (luck.next().value as number) / 1_000;

      async function change(n: number, finishedAt: string | null, finishing = false) {
        const read = await readSession(store, idOf(n));
        if (removed.has(idOf(n)) || (read.kind !== 'found' && !finishing)) return;
        const base = read.kind === 'found' ? read.session.revision : 0;
        const next = aSession({ id: idOf(n), title: `at ${now}`, finishedAt });
        await (finishing ? finishSession(store, next, base, 'team-a') : saveSession(store, next, base));
      }
      async function finishedNow(n: number) {
        const read = await readSession(store, idOf(n));
        return read.kind === 'found' ? read.session.finishedAt : null;
      }
      /** One life of the service worker: it ends with the drain, or when it is killed. */
      async function drain(fates: Fate[], during: () => Promise<void> = async () => {}) {
        await new Promise<void>((resolve, reject) => {
          const answer = api.send(fates, resolve);
          const send: typeof answer = async (...sent) => {
            await during();
            return answer(...sent);
          };
          const options = { store, teamId: 'team-a', send, now: () => now, random, locks: someLocks() };
          drainOutbox({ ...options, networkBack: true }).then(() => resolve(), reject);
        });
      }
      async function expectNoneLost() {
        const waiting = new Map((await listOutbox(store)).map((entry) => [entry.sessionId, entry]));
        for (const { id, finishedAt, revision } of await listSessions(store)) {
          if (finishedAt === null) continue;
          const delivered = await (await store.db()).get('delivered', id);
          const known = delivered?.revision === revision && api.stored.get(id)?.revision === revision;
          expect(waiting.get(id)?.revision === revision || known).toBe(true);
        }
      }

      for (const given of steps) {
        now += 60_000;
        if (given.act === 'drain') await drain([...given.fates]);
        else if (given.act === 'finish') await change(given.n, 'T', true);
        else if (given.act === 'edit') await change(given.n, await finishedNow(given.n));
        else if (given.act === 'reopen') await change(given.n, null);
        else if (given.act === 'edit while sending') {
          let once = false;
          await drain([given.fate], async () => {
            if (once) return;
            once = true;
            await change(given.n, await finishedNow(given.n));
          });
        } else {
          removed.add(idOf(given.n));
          await deleteSession(store, idOf(given.n));
        }
        await expectNoneLost();
      }
      for (let i = 0; i < 3; i += 1) {
        now += 4_000_000;
        await drain([]);
      }
      expect(await listOutbox(store)).toEqual([]);
      for (const head of await listSessions(store)) {
        if (head.finishedAt !== null) expect(api.stored.get(head.id)?.revision).toBe(head.revision);
      }
      for (const id of removed) expect(api.stored.has(id)).toBe(false);
      expect(new Set(api.effects).size).toBe(api.effects.length);
      store.close();
    }),
    { numRuns: 1_000 },
  );
}, 60_000);

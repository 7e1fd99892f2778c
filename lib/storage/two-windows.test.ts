import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Session } from '@/lib/session/session';
import { aSession, idOf } from '@/test/fixtures';
import { aStore } from '@/test/fixtures/a-store';
import { createSessionWriter } from './session-writer';
import { deleteSession, listSessions, readSession, saveSession } from './sessions';

const step = fc.record({
  window: fc.nat(1),
  act: fc.constantFrom('type', 'type', 'type', 'look', 'flush', 'flush and wait', 'let news pass', 'delete'),
});

it('has every typed text in some stored session, in whatever order two windows type, store and hear of each other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const name = crypto.randomUUID();
      const stores = [await aStore(name), await aStore(name)] as const;
      await saveSession(stores[0], aSession({ title: '' }), 0);
      let ids = 100;
      const writers = stores.map((store) =>
        createSessionWriter({
          store,
          session: { ...aSession({ title: '' }), revision: 1 },
          delayMs: 0,
          newId: () => idOf(++ids),
          copyTitle: (title) => `${title} copy`,
        }),
      );
      const typed: string[] = [];
      let deleted = false;
      for (const [i, { window, act }] of steps.entries()) {
        const [writer, store] = [writers[window], stores[window]];
        if (!writer || !store) throw new Error('two windows');
        if (act === 'type') {
          typed.push(`<${i}>`);
          writer.update((session: Session) => ({ ...session, title: `${session.title}<${i}>` }));
        }
        if (act === 'look') {
          writer.update((session: Session) => ({ ...session, cursor: { ...session.cursor, questionId: `q-${i}` } }));
        }
        if (act === 'flush') void writer.flush();
        if (act === 'flush and wait') await writer.flush();
        if (act === 'let news pass') await new Promise((resolve) => setTimeout(resolve));
        // Deleting is asked for only when nothing is unsaved, and takes what was stored by then.
        if (act === 'delete' && !deleted && writers.every((one) => one.state() === 'saved')) {
          deleted = true;
          const { id } = writer.current();
          const [gone, ...kept] = await Promise.all([id, ...(await listSessions(store)).map((head) => head.id)]);
          const titles = await Promise.all(kept.filter((one) => one !== gone).map((one) => titleOf(store, one)));
          await deleteSession(store, id);
          for (let k = typed.length - 1; k >= 0; k -= 1) {
            if (!titles.some((title) => title.includes(typed[k] as string))) typed.splice(k, 1);
          }
        }
      }
      await Promise.all(writers.map((writer) => writer.dispose()));
      const heads = await listSessions(stores[0]);
      for (const text of typed) expect(heads.some((head) => head.title.includes(text))).toBe(true);
      for (const store of stores) store.close();
    }),
    { numRuns: 150 },
  );
}, 60_000);

async function titleOf(store: Parameters<typeof readSession>[0], id: string): Promise<string> {
  const read = await readSession(store, id);
  return read.kind === 'found' ? read.session.title : '';
}

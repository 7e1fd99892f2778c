import { describe, expect, it } from 'vitest';
import { copyOf } from '@/lib/playbooks/draft';
import { aPlaybook } from '@/test/fixtures';
import { Refusal } from '../api/answer';
import { createDraftWriter } from './draft-writer';

const draft = copyOf(aPlaybook(), 'own', 'Own');
const titled = (title: string) => ({ ...draft, title });

function aWriter(answer: (title: string, revision: number) => Promise<{ revision: number }>, unsaved = false) {
  const sent: [string, number][] = [];
  const kept: (string | null)[] = [];
  let pause = () => {};
  const writer = createDraftWriter({
    draft,
    revision: 3,
    unsaved,
    save: (one, revision) => {
      sent.push([one.title, revision]);
      return answer(one.title, revision);
    },
    keep: (one) => kept.push(one?.draft.title ?? null),
    later: (run) => {
      pause = run;
    },
  });
  return { writer, sent, kept, pauseEnds: () => pause() };
}

describe('a draft while it is edited', () => {
  it('is kept in the browser at once and saved after a pause, once', async () => {
    const { writer, sent, kept, pauseEnds } = aWriter(async (_, revision) => ({ revision: revision + 1 }));
    writer.change(titled('A'));
    writer.change(titled('B'));
    expect([kept, sent, writer.held().state]).toEqual([['A', 'B'], [], 'unsaved']);
    pauseEnds();
    await writer.flush();
    expect([sent, kept.at(-1), writer.held().state, writer.revision()]).toEqual([[['B', 3]], null, 'saved', 4]);
  });
  it('saves what was typed during a save after it, over the new revision', async () => {
    const waiting: (() => void)[] = [];
    const { writer, sent } = aWriter(
      (_, revision) => new Promise((done) => waiting.push(() => done({ revision: revision + 1 }))),
    );
    writer.change(titled('A'));
    const all = writer.flush();
    writer.change(titled('B'));
    waiting.shift()?.();
    await Promise.resolve();
    await expect.poll(() => waiting.length).toBe(1);
    waiting.shift()?.();
    await all;
    expect(sent).toEqual([
      ['A', 3],
      ['B', 4],
    ]);
    expect(writer.held()).toEqual({ draft: titled('B'), state: 'saved' });
  });
  it.each([
    ['offline', new Refusal('offline', '', '')],
    ['failed', new Refusal('refused', 'unavailable', '')],
  ])('stays kept when saving is %s, and is saved when it is tried again', async (state, error) => {
    let fails = true;
    const { writer, kept } = aWriter(async (_, revision) => {
      if (fails) throw error;
      return { revision: revision + 1 };
    });
    writer.change(titled('A'));
    await writer.flush();
    expect([writer.held().state, kept]).toEqual([state, ['A']]);
    fails = false;
    await writer.flush();
    expect([writer.held().state, kept.at(-1)]).toEqual(['saved', null]);
  });
  it('overwrites nobody: what others changed stands until one says to keep one’s own', async () => {
    const { writer, sent } = aWriter(async (_, revision) => {
      if (revision < 7) throw new Refusal('refused', 'draft-changed', '');
      return { revision: revision + 1 };
    });
    writer.change(titled('Mine'));
    await writer.flush();
    writer.change(titled('Mine too'));
    await writer.flush();
    expect([writer.held().state, sent.length]).toEqual(['conflict', 1]);
    await writer.over(7);
    expect([writer.held().state, sent.at(-1)]).toEqual(['saved', ['Mine too', 7]]);
  });
  it('saves what an earlier page left behind, and tells who listens', async () => {
    const { writer, sent, pauseEnds } = aWriter(async (_, revision) => ({ revision: revision + 1 }), true);
    let heard = 0;
    const stop = writer.subscribe(() => {
      heard += 1;
    });
    expect(writer.held().state).toBe('unsaved');
    pauseEnds();
    await writer.flush();
    expect([sent, heard]).toEqual([[['Own', 3]], 2]);
    stop();
    writer.change(titled('A'));
    expect(heard).toBe(2);
  });
});

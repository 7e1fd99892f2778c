import { describe, expect, it } from 'vitest';
import { englishTexts } from '@/components/ui/english-texts';
import type { SyncState } from '@/lib/storage/outbox-entry';
import { headOf, unreadableHead } from '@/lib/storage/session-head';
import { StorageError } from '@/lib/storage/storage-problem';
import { aNo, aSession, idOf } from '@/test/fixtures';
import { listingOf } from './listing';

const unfinished = headOf(aSession({ id: idOf(1) }));
const finished = headOf(aSession({ id: idOf(2), decision: aNo(), finishedAt: '2026-03-02T11:00:00.000Z' }));
const broken = unreadableHead(idOf(3), { client: { name: 'Acme' } }, 'broken');
const nothing = { heads: [], sync: new Map(), far: new Map() };
const read = (data: Partial<Parameters<typeof listingOf>[0]['data'] & object>) =>
  listingOf({ data: { ...nothing, ...data }, error: null }, englishTexts);

describe('the list of sessions', () => {
  it('keeps unfinished, finished and unreadable ones apart, and loses none', () => {
    expect(read({ heads: [unfinished, finished, broken] })).toMatchObject({
      unfinished: [{ id: idOf(1), at: unfinished.startedAt, sync: null }],
      finished: [{ id: idOf(2), at: finished.finishedAt, sync: { kind: 'on-device' } }],
      unreadable: [{ id: idOf(3), client: 'Acme' }],
    });
  });
  it('says how far an unfinished one is, when that is known', () => {
    const far = new Map([[idOf(1), { done: 2, of: 9 }]]);
    expect(read({ heads: [unfinished], far })).toMatchObject({ unfinished: [{ progress: { done: 2, of: 9 } }] });
    expect(read({ heads: [unfinished], far: new Map([[idOf(1), null]]) })).toMatchObject({
      unfinished: [{ progress: null }],
    });
  });
  it('counts what waits for the network, deletions too', () => {
    const waiting = { kind: 'waiting' as const, attempts: 0 };
    const sync = new Map<string, SyncState>([
      [idOf(2), waiting],
      [idOf(9), waiting],
      [idOf(1), { kind: 'on-device' }],
    ]);
    expect(read({ heads: [finished], sync })).toMatchObject({ waiting: 2, finished: [{ sync: waiting }] });
  });
  it('carries no outcome', () => {
    expect(JSON.stringify(read({ heads: [finished] }))).not.toMatch(/"no"|outcome/);
  });
  it('says in a sentence why it could not be read, and reads first', () => {
    expect(listingOf({ data: undefined, error: null }, englishTexts)).toEqual({ kind: 'loading' });
    const failed = listingOf({ data: undefined, error: new StorageError('full') }, englishTexts);
    expect(failed).toEqual({ kind: 'failed', sentence: englishTexts('storageFull') });
    expect(englishTexts('storageFull')).not.toBe('');
  });
});

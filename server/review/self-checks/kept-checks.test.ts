// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aCheck } from '@/test/fixtures/self-checks';
import { keepDraft, keptDrafts, onKeptElsewhere, readKept } from './kept-checks';

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('drafts of self-checks in this browser', () => {
  it('are kept for their team alone, and forgotten when told to', () => {
    expect(keepDraft('t-1', 'own', aCheck({ id: 'own', title: '' }))).toBe(true);
    keepDraft('t-1', 'b', aCheck({ id: 'b', title: 'B' }));
    keepDraft('t-2', 'c', aCheck({ id: 'c', title: 'C' }));
    expect(keptDrafts('t-1').map(({ id }) => id)).toEqual(['own', 'b']);
    expect(readKept('t-2', 'own')).toBeNull();
    keepDraft('t-1', 'own', null);
    expect(readKept('t-1', 'own')).toBeNull();
  });

  it('are passed over when something else stands in their place', () => {
    localStorage.setItem('eitherway.self-check.t-1.own', '{"id":"own"}');
    localStorage.setItem('eitherway.self-check.t-1.b', '{');
    expect([readKept('t-1', 'own'), readKept('t-1', 'b'), keptDrafts('t-1')]).toEqual([null, null, []]);
  });

  it('last as long as the page where the browser keeps nothing, and it is said', () => {
    const full = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: full, removeItem: full });
    expect(keepDraft('t-1', 'own', aCheck({ id: 'own' }))).toBe(false);
    expect(readKept('t-1', 'own')?.id).toBe('own');
    expect(keptDrafts('t-1')).toHaveLength(1);
    expect(keepDraft('t-1', 'own', null)).toBe(false);
    expect(readKept('t-1', 'own')).toBeNull();
  });

  it('tell when another page changed them', () => {
    let heard = 0;
    const stop = onKeptElsewhere('t-1', 'own', () => {
      heard += 1;
    });
    dispatchEvent(new StorageEvent('storage', { key: 'eitherway.self-check.t-1.own' }));
    dispatchEvent(new StorageEvent('storage', { key: 'eitherway.self-check.t-1.other' }));
    stop();
    dispatchEvent(new StorageEvent('storage', { key: 'eitherway.self-check.t-1.own' }));
    expect(heard).toBe(1);
  });
});

// @vitest-environment happy-dom
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idOf } from '@/test/fixtures';
import { listen } from './news';

/** A stream of events, as a browser's, by hand. */
class Stream extends EventTarget {
  static readonly OPEN = 1;
  static last: Stream;
  readyState = 1;
  closed = false;
  constructor() {
    super();
    Stream.last = this;
  }
  tell(data: unknown) {
    this.dispatchEvent(new MessageEvent('news', { data: JSON.stringify(data) }));
  }
  close() {
    this.closed = true;
  }
}

const KEYS = [
  ['sessions', {}],
  ['session', idOf(1)],
  ['session', idOf(2)],
  ['review', idOf(1)],
  ['review', idOf(2)],
];

const PATIENT = { timeout: 15_000 };

describe('news', () => {
  let queries: QueryClient;
  let stop: () => void;
  const stale = () => KEYS.filter((key) => queries.getQueryState(key)?.isInvalidated);
  const start = () => {
    for (const key of KEYS) queries.setQueryData(key, 'read');
    stop = listen(queries);
  };
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('EventSource', Stream);
    queries = new QueryClient();
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('of a session has the lists and that session read anew, no other', () => {
    start();
    Stream.last.tell({ kind: 'session', id: idOf(1) });
    expect(stale()).toEqual([
      ['sessions', {}],
      ['session', idOf(1)],
      ['review', idOf(1)],
    ]);
  });

  it('of a comment leaves the session’s own text as it is', () => {
    start();
    Stream.last.tell({ kind: 'comment', id: idOf(2) });
    expect(stale()).toEqual([
      ['sessions', {}],
      ['review', idOf(2)],
    ]);
  });

  it('that cannot be understood changes nothing', () => {
    start();
    Stream.last.tell({ kind: 'rumour', id: idOf(2) });
    expect(stale()).toEqual([]);
  });

  it('missed while the stream was away are caught up when it is back', () => {
    start();
    Stream.last.dispatchEvent(new Event('open'));
    for (const key of KEYS) queries.setQueryData(key, 'read anew');
    Stream.last.dispatchEvent(new Event('error'));
    expect(stale()).toEqual([]);
    Stream.last.dispatchEvent(new Event('open'));
    expect(stale()).toContainEqual(['sessions', {}]);
  });

  it('are asked for from time to time while nothing is told, and not while it is', () => {
    start();
    Stream.last.dispatchEvent(new Event('open'));
    for (const key of KEYS) queries.setQueryData(key, 'read anew');
    vi.advanceTimersByTime(60_000);
    expect(stale()).toEqual([]);
    Stream.last.readyState = 0;
    vi.advanceTimersByTime(90_000);
    expect(stale()).toContainEqual(['sessions', {}]);
  });

  it('come to every window by one stream, which the next window takes over', async () => {
    let free: (() => void)[] = [];
    let held: Promise<unknown> = Promise.resolve();
    vi.stubGlobal('navigator', {
      ...navigator,
      locks: {
        request: (_name: string, _options: unknown, work: () => Promise<void>) => {
          held = held.then(work);
          return held;
        },
      },
    });
    start();
    await vi.waitFor(() => expect(Stream.last).toBeTruthy(), PATIENT);
    const first = Stream.last;
    const other = new QueryClient();
    other.setQueryData(['sessions', {}], 'read');
    free = [listen(other)];
    first.tell({ kind: 'session', id: idOf(1) });
    await vi.waitFor(() => expect(other.getQueryState(['sessions', {}])?.isInvalidated).toBe(true), PATIENT);
    expect(Stream.last).toBe(first);
    stop();
    await vi.waitFor(() => expect(Stream.last).not.toBe(first), PATIENT);
    for (const each of free) each();
  });

  it('end with the page', () => {
    start();
    stop();
    expect(Stream.last.closed).toBe(true);
  });
});

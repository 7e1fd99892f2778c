import { describe, expect, it } from 'vitest';
import { elapsedMinutes } from './clock';

describe('the clock', () => {
  const session = { startedAt: '2026-03-02T10:00:00.000Z', finishedAt: null };
  it('counts whole minutes, until the finish', () => {
    expect(elapsedMinutes(session, '2026-03-02T10:07:59.000Z')).toBe(7);
    expect(elapsedMinutes({ ...session, finishedAt: '2026-03-02T10:30:00.000Z' }, '2026-03-02T12:00:00.000Z')).toBe(30);
  });
  it('never runs below zero when a clock was set back', () => {
    expect(elapsedMinutes(session, '2026-03-02T09:00:00.000Z')).toBe(0);
  });
});

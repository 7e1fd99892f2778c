import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredTime, ownZone } from './offered-time';

/** Minutes behind UTC in a zone with summer time, from its last Sunday of March to that of October 2026. */
const berlin = (at: Date) => (at >= new Date('2026-03-29T01:00Z') && at < new Date('2026-10-25T01:00Z') ? -120 : -60);

describe('a time that is offered', () => {
  it.each([
    ['2026-12-01T10:00', '2026-12-01T10:00:00+01:00'],
    ['2026-07-01T10:00', '2026-07-01T10:00:00+02:00'],
    // The hours around the change.
    ['2026-03-29T01:59', '2026-03-29T01:59:00+01:00'],
    ['2026-03-29T03:00', '2026-03-29T03:00:00+02:00'],
    ['2026-10-25T03:00', '2026-10-25T03:00:00+01:00'],
  ])('%s in Berlin is %s', (local, iso) => {
    expect(offeredTime(local, berlin)).toBe(iso);
  });

  it('is a moment also where the clock left it out, or has it twice', () => {
    for (const local of ['2026-03-29T02:30', '2026-10-25T02:30'])
      expect(Date.parse(offeredTime(local, berlin))).toBeGreaterThan(0);
  });

  it('names the distance of any zone', () => {
    expect(offeredTime('2026-07-01T10:00', () => 0)).toBe('2026-07-01T10:00:00+00:00');
    expect(offeredTime('2026-07-01T10:00', () => 210)).toBe('2026-07-01T10:00:00-03:30');
    expect(offeredTime('2026-07-01T10:00', () => -345)).toBe('2026-07-01T10:00:00+05:45');
  });

  it('is the same moment that the browser means by it', () => {
    const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (moment) => {
        const local = moment.toISOString().slice(0, 16);
        expect(Date.parse(offeredTime(local))).toBe(new Date(local).getTime());
      }),
    );
  });

  it('is nothing when nothing was typed', () => {
    expect([offeredTime(''), offeredTime('soon')]).toEqual(['', '']);
    expect(ownZone()).toMatch(/\w/);
  });
});

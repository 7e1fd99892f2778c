import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { AgreedDay } from './agreed-days';
import { writeCalendar } from './write-calendar';

const aDay = (change: Partial<AgreedDay> = {}): AgreedDay => ({
  uid: 'a.b@eitherway',
  revision: 3,
  changedAt: '2026-03-02T10:05:06.789Z',
  day: '2026-02-28',
  title: 'Restore one file',
  text: 'Ljerka, client',
  ...change,
});

function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)) };
}

describe('a calendar file', () => {
  it('reads as all-day events with id, revision and time of the last change', () => {
    const { calendar, events } = read(writeCalendar([aDay(), aDay({ uid: 'c@eitherway', day: '2026-12-31' })]));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    const [first, second] = events;
    expect(first).toMatchObject({ uid: 'a.b@eitherway', sequence: 3, summary: 'Restore one file' });
    expect(first?.startDate.isDate).toBe(true);
    expect([first?.startDate.toString(), first?.endDate.toString()]).toEqual(['2026-02-28', '2026-03-01']);
    expect([second?.startDate.toString(), second?.endDate.toString()]).toEqual(['2026-12-31', '2027-01-01']);
    expect(first?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-03-02T10:05:06Z');
    expect(first?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it.each([
    ['signs that separate', 'a, b; c: d \\ "e" \\n f'],
    ['lines', 'one\ntwo\n\nthree'],
    ['long words', 'Ж'.repeat(400)],
    ['signs beyond the first plane', `x${'👩‍🔬'.repeat(60)}`],
    ['what looks like the format', 'END:VEVENT\nBEGIN:VALARM\nATTACH:https://x.example'],
    ['a text of 10,000 signs', 'ab,;\\ '.repeat(1_700).slice(0, 10_000)],
  ])('gives back %s as they were', (_, text) => {
    const [event, ...more] = read(writeCalendar([aDay({ title: text, text })])).events;
    expect([event?.summary, event?.description]).toEqual([text, text]);
    expect(more).toEqual([]);
    expect(event?.component.getAllSubcomponents()).toEqual([]);
  });

  it('leaves out what a text may not hold', () => {
    const [event] = read(writeCalendar([aDay({ title: 'a\u0000b\u001b\tc\r\nd\re \ud800' })])).events;
    expect(event?.summary).toBe('ab\tc\nd\ne \ufffd');
  });

  it('has lines of at most 75 octets that end with CR and LF, also at every length of text', () => {
    for (let length = 0; length < 160; length++) {
      const file = writeCalendar([aDay({ title: `${'a'.repeat(length)}€😀é`, text: '' })]);
      const lines = file.split('\r\n');
      expect(lines.at(-1)).toBe('');
      expect(lines.filter((line) => new TextEncoder().encode(line).length > 75 || /[\r\n]/.test(line))).toEqual([]);
      expect(read(file).events[0]?.summary).toBe(`${'a'.repeat(length)}€😀é`);
    }
  });

  it('names itself and how often to read it when it is subscribed to', () => {
    const { calendar } = read(writeCalendar([], { name: 'Eitherway, Alpha', every: 'PT6H' }));
    // The parser leaves the text of names that RFC 5545 does not have as it stands.
    for (const key of ['name', 'x-wr-calname']) expect(calendar.getFirstPropertyValue(key)).toBe('Eitherway\\, Alpha');
    expect(calendar.getFirstProperty('refresh-interval')?.getFirstValue()?.toString()).toBe('PT6H');
    expect(writeCalendar([])).not.toContain('NAME');
  });

  it('leads to where more can be read', () => {
    const address = `https://team.example/sessions/${'0'.repeat(80)}`;
    const [event] = read(writeCalendar([aDay({ address })])).events;
    expect(event?.component.getFirstPropertyValue('url')).toBe(address);
  });
});

import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { aNo, aNotYet, aSession } from '@/test/fixtures';
import { calendarFile } from './calendar-file';
import { englishDays } from './english';

const session = aSession({ decision: aNotYet() });
const named = (name: string) => calendarFile({ ...session, client: { name } }, englishDays)?.name;

it('is there when a day was agreed, and not otherwise', () => {
  const file = calendarFile(session, englishDays);
  expect(new ICAL.Component(ICAL.parse(file?.content ?? '')).getAllSubcomponents('vevent')).toHaveLength(1);
  expect(calendarFile({ ...session, decision: aNo() }, englishDays)).toBeNull();
});

it('is named after the client, by what a file name may hold', () => {
  expect(named('Harbour Hotels')).toBe('Harbour-Hotels-next-steps.ics');
  expect(named('../Müller & Söhne: "A/B"')).toBe('Müller-Söhne-A-B-next-steps.ics');
  expect(named('')).toBe('next-steps.ics');
  expect(named('/')).toBe('next-steps.ics');
  expect(named('𠮷'.repeat(200))).toBe(`${'𠮷'.repeat(60)}-next-steps.ics`);
});

import { describe, expect, it } from 'vitest';
import type { NextStep } from '@/lib/session/decision';
import messages from '@/public/_locales/en/messages.json';
import { aNo, aNotYet, aSession, aYes, idOf } from '@/test/fixtures';
import { agreedDays } from './agreed-days';
import { calendarUntil } from './calendar-until';
import { englishDays } from './english';

const aStep = (change: Partial<NextStep> = {}): NextStep => ({
  id: idOf(50),
  text: 'Restore one file',
  owner: { side: 'client', name: 'Ljerka' },
  date: '2026-03-09',
  ...change,
});
const later = aStep({ id: idOf(51), date: '2026-05-01', owner: { side: 'ours', name: '' } });
const undated = aStep({ id: idOf(52), date: null });

describe('the days of a session', () => {
  it('are its next steps that have one, with who does it', () => {
    const session = aSession({ revision: 7, decision: aNo({ nextSteps: [aStep(), undated, later] }) });
    expect(agreedDays(session, englishDays)).toEqual([
      {
        uid: `${session.id}.${idOf(50)}@eitherway`,
        revision: 7,
        changedAt: session.updatedAt,
        day: '2026-03-09',
        title: 'Restore one file (Harbour Hotels)',
        text: 'Ljerka, client',
      },
      expect.objectContaining({ day: '2026-05-01', text: 'us' }),
    ]);
  });

  it('have the day on which both look again, with what is missing, of a "not yet" alone', () => {
    const days = agreedDays(aSession({ decision: aNotYet() }), englishDays, 'https://team.example/s');
    expect(days).toEqual([
      expect.objectContaining({
        day: '2026-04-01',
        title: 'Look again together: Move the backups off the site (Harbour Hotels)',
        text: 'What is missing: The restore test',
        address: 'https://team.example/s',
      }),
    ]);
    const no = aSession({ decision: aNo({ lookAgainOn: '2026-04-01' }) });
    expect(agreedDays(no, englishDays)).toEqual([]);
    expect(agreedDays(aSession({ decision: aNotYet({ lookAgainOn: null }) }), englishDays)).toEqual([]);
  });

  it('have a title when nothing was written, and none of the notes', () => {
    const decision = aNotYet({ to: '', missing: '', nextSteps: [aStep({ text: '' })] });
    const session = { ...aSession({ decision }), client: { name: '' } };
    expect(agreedDays(session, englishDays)).toEqual([
      expect.objectContaining({ title: 'Next step' }),
      expect.objectContaining({ title: 'Look again together', text: '' }),
    ]);
  });

  it('keep their ids when the session changes', () => {
    const before = aSession({ decision: aNotYet({ nextSteps: [aStep()] }) });
    const moved = { ...before, revision: 9, decision: aNotYet({ nextSteps: [aStep({ date: '2026-03-10' })] }) };
    const ids = (session: typeof before) => agreedDays(session, englishDays).map(({ uid }) => uid);
    expect(ids(moved)).toEqual(ids(before));
  });

  it('are called in a feed as on screen', () => {
    for (const key of [
      'calendarStep',
      'calendarLookAgain',
      'summarySideClient',
      'summarySideOurs',
      'summaryMissing',
    ] as const)
      expect(englishDays(key)).toBe(messages[key].message);
  });
});

describe('the last day', () => {
  it('is the latest of all, and none where no day was agreed', () => {
    expect(calendarUntil(aYes({ nextSteps: [later, aStep(), undated] }))).toBe('2026-05-01');
    expect(calendarUntil(aNotYet({ nextSteps: [aStep()] }))).toBe('2026-04-01');
    expect(calendarUntil(aYes({ nextSteps: [undated], lookAgainOn: '2026-04-01' }))).toBeNull();
  });
});

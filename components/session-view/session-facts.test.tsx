import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { aFlag, aNote, aSession, idOf } from '@/test/fixtures';
import { SessionFacts } from './session-facts';

afterEach(cleanup);

function length(plannedMinutes: number, spent: number | null): string {
  const startedAt = '2026-03-02T10:00:00.000Z';
  const finishedAt = spent === null ? null : new Date(Date.parse(startedAt) + spent * 60_000).toISOString();
  render(
    <dl>
      <SessionFacts session={aSession({ startedAt, finishedAt, plannedMinutes })} playbook={null} />
    </dl>,
    { wrapper: EnglishTexts },
  );
  return screen.getByText('Length').nextElementSibling?.textContent ?? '';
}

describe('the length of a session', () => {
  it.each([
    [25, 1, '1 minute of 25 planned minutes'],
    [1, 2, '2 minutes of 1 planned minute'],
    [0, 12, '12 minutes, no planned length'],
    [1, null, '1 minute planned'],
    [0, null, 'No planned length'],
  ])('planned %i, spent %s is told as a person would', (planned, spent, words) => {
    expect(length(planned, spent)).toBe(words);
  });
});

describe('the flags of a session', () => {
  const facts = (...kinds: ('reworded' | 'kept' | 'disputed' | null)[]) => {
    const flags = kinds.map((kind, n) =>
      aFlag({ id: idOf(n), answer: kind && { kind, reason: 'Their words.', at: '2026-03-02T10:20:00.000Z' } }),
    );
    const session = aSession({ notes: [aNote({ flags })] });
    render(<SessionFacts session={session} playbook={null} />, { wrapper: EnglishTexts });
    return screen.getByText('Flags').nextElementSibling?.textContent;
  };
  it('are those that stand, with the settled ones said apart', () => {
    expect(facts(null, 'kept', 'reworded')).toBe('Pressure 21 more was reworded or disputed');
  });
  it('are none when all were reworded or disputed', () => {
    expect(facts('disputed', 'reworded')).toBe('No flags2 more were reworded or disputed');
  });
  it('are none without a word more when nothing was flagged', () => {
    expect(facts()).toBe('No flags');
  });
});

it('shows the addresses of a client and its people to those who may read the session', () => {
  const [first, ...others] = aSession().people;
  if (!first) throw new Error('nobody');
  const session = aSession({
    client: { name: 'Harbour Hotels', domain: 'harbour-hotels.example' },
    people: [{ ...first, email: 'ljerka@harbour.example' }, ...others],
  });
  render(<SessionFacts session={session} playbook={null} />, { wrapper: EnglishTexts });
  expect(screen.getByText('ljerka@harbour.example')).toBeTruthy();
  expect(screen.getByText('harbour-hotels.example')).toBeTruthy();
});

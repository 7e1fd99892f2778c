import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aFlag, NOW } from '@/components/note-editor/checker-for-tests';
import { EnglishTexts } from '@/components/ui/english-texts';
import type { NoteFlag } from '@/lib/session/note';
import { FlagCard } from './flag-card';
import { surenessWords } from './sureness';

afterEach(cleanup);

const on = { onReword: vi.fn(), onKeep: vi.fn(), onDispute: vi.fn(), onUndo: vi.fn() };
const show = (flag: NoteFlag) => render(<FlagCard flag={flag} {...on} />, { wrapper: EnglishTexts });
const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));

function Held() {
  const [flag, setFlag] = useState(aFlag('hurry'));
  const dispute = (reason: string) => setFlag({ ...flag, answer: { kind: 'disputed', reason, at: NOW } });
  return <FlagCard flag={flag} {...on} onDispute={dispute} onUndo={() => setFlag(aFlag('hurry'))} />;
}

describe('the card of a flag', () => {
  it('says what was found, why, how sure, and what to ask instead', () => {
    show(aFlag('hurry'));
    const card = screen.getByRole('region', { name: 'Pressure' });
    for (const words of ['hurry', 'because of hurry', 'What have you seen?', 'Fairly sure (70 %)'])
      expect(card.textContent).toContain(words);
  });
  it.each([
    [0.95, 'flagSureHigh'],
    [0.85, 'flagSureHigh'],
    [0.6, 'flagSureMiddle'],
    [0.5, 'flagSureLow'],
  ])('puts a sureness of %s into words', (sureness, words) => expect(surenessWords(sureness)).toBe(words));
  it('leads to rewording at once', async () => {
    show(aFlag('hurry'));
    await click('Reword');
    expect(on.onReword).toHaveBeenCalledOnce();
  });
  it('asks for a few words before it keeps or disputes, and says when they are missing', async () => {
    show(aFlag('hurry'));
    await click('Keep it…');
    const field = screen.getByLabelText('Why does it fit here?');
    expect(document.activeElement).toBe(field);
    await userEvent.type(field, '  ');
    await click('Keep it');
    expect(on.onKeep).not.toHaveBeenCalled();
    expect(screen.getByText('Say in a few words why, or cancel.')).toBeTruthy();
    expect(document.activeElement).toBe(field);
    await userEvent.type(field, 'their deadline ');
    await click('Keep it');
    expect(on.onKeep).toHaveBeenCalledExactlyOnceWith('their deadline');
  });
  it('can be left without an answer, the focus going back to the choices', async () => {
    show(aFlag('hurry'));
    await click('Not an agenda…');
    await click('Cancel');
    expect(on.onDispute).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Reword' }));
  });
  it.each([
    ['kept', 'You kept it', 'Take this answer back'],
    ['disputed', 'You said: not an agenda', 'Take this answer back'],
    ['reworded', 'You reworded it', 'Bring the old words back'],
  ] as const)('shows that it was %s, and takes that back', async (kind, words, undo) => {
    on.onUndo.mockClear();
    show(aFlag('hurry', { answer: { kind, reason: 'their word', at: NOW } }));
    expect(screen.getByRole('region').textContent).toContain(words);
    await click(undo);
    expect(on.onUndo).toHaveBeenCalledOnce();
  });
  it('keeps the focus inside as an answer is given and taken back', async () => {
    render(<Held />, { wrapper: EnglishTexts });
    await click('Not an agenda…');
    await userEvent.type(screen.getByLabelText('Why is it not an agenda?'), 'theirs');
    await click('It is not an agenda');
    expect(document.activeElement?.textContent).toBe('Take this answer back');
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toBe('Reword');
  });
  it('can be closed where someone listens, and shows no empty quote of a piece that stayed on the device', async () => {
    const close = vi.fn();
    render(<FlagCard flag={aFlag('', { category: 'quota' })} {...on} onClose={close} />, { wrapper: EnglishTexts });
    expect(document.querySelector('blockquote')).toBeNull();
    await click('Close');
    expect(close).toHaveBeenCalledOnce();
  });
});

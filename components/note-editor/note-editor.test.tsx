import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { CONTEXT, checker, ids, NOW } from './checker-for-tests';
import { NoteEditor } from './note-editor';
import type { NoteValue } from './note-value';

afterEach(cleanup);

const empty: NoteValue = { text: '', theyAsked: [], flags: [] };

function show(value: Partial<NoteValue> = {}) {
  let last: NoteValue = { ...empty, ...value };
  const seen: NoteValue[] = [];
  render(
    <EnglishTexts>
      <NoteEditor
        value={last}
        context={CONTEXT}
        checker={checker}
        label="Note"
        newId={ids()}
        now={() => NOW}
        onChange={(next) => {
          last = { ...next };
          seen.push(last);
        }}
      />
    </EnglishTexts>,
  );
  return { last: () => last, seen };
}

describe('the note editor', () => {
  it('underlines what the check finds and lists it as buttons', async () => {
    const { last } = show({ text: 'we guarantee it\nno hurry' });
    await waitFor(() => expect(document.querySelectorAll('mark')).toHaveLength(2));
    await userEvent.click(await screen.findByText('Flags in this note (2)'));
    await userEvent.click(await screen.findByRole('button', { name: /guarantee/ }));
    const card = screen.getByRole('region', { name: 'Feature pitch' });
    expect(document.activeElement).toBe(within(card).getByRole('heading'));
    await waitFor(() => expect(last().flags).toHaveLength(2));
  });
});

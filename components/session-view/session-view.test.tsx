import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import type { Decision } from '@/lib/session/decision';
import { askQuestion, markNotRelevant, skipQuestion } from '@/lib/session/questions';
import type { Session } from '@/lib/session/session';
import { aFlag, aNo, aNote, aNotYet, anAt, aPlaybook, aSession, aYes, idOf } from '@/test/fixtures';
import { SessionView } from './session-view';

afterEach(cleanup);

const at = anAt('2026-03-02T10:10:00.000Z', 500);
const view = (session: Session, playbook = aPlaybook() as ReturnType<typeof aPlaybook> | null) =>
  render(
    <EnglishTexts>
      <SessionView session={session} playbook={playbook} />
    </EnglishTexts>,
  ).container;
const entryOf = (text: string) => screen.getByText(text).closest('li') as HTMLElement;
const questionText = (id: string) =>
  aPlaybook()
    .stages.flatMap((stage) => stage.questions)
    .find((question) => question.id === id)?.text ?? '';

describe('a question', () => {
  it('that was asked, skipped, not relevant or not asked says so in words', () => {
    let session = askQuestion(aSession(), 'cost-what', at);
    session = skipQuestion(session, 'cost-who', 'Piet was not there', at);
    session = markNotRelevant(session, 'cost-nothing', at);
    view(session);
    expect(within(entryOf(questionText('cost-what'))).getByText('Asked')).toBeTruthy();
    const skipped = within(entryOf(questionText('cost-who')));
    expect(skipped.getByText('Skipped')).toBeTruthy();
    expect(skipped.getByText('Reason: Piet was not there')).toBeTruthy();
    expect(within(entryOf(questionText('cost-nothing'))).getByText('Not relevant')).toBeTruthy();
    expect(within(entryOf(questionText('cost-compare'))).getByText('Not asked')).toBeTruthy();
  });

  it('that was not asked never looks answered, even with a note under it', () => {
    view(aSession({ notes: [aNote()] }));
    const entry = within(entryOf(questionText('situation-today')));
    expect(entry.getByText('Not asked')).toBeTruthy();
    expect(entry.queryByText('Asked')).toBeNull();
    expect(entry.getByText('sign today or lose it')).toBeTruthy();
  });

  it('of a playbook that is not here still shows what was noted', () => {
    view(aSession({ notes: [aNote()] }), null);
    expect(screen.getByText('A question of a playbook that is not here (situation-today)')).toBeTruthy();
    expect(screen.getByText('sign today or lose it')).toBeTruthy();
  });
});

describe('a flag', () => {
  const kept = { kind: 'kept', reason: 'They set the day.', at: at.now } as const;
  const flagged = (answer: typeof kept | null) => aSession({ notes: [aNote({ flags: [aFlag({ answer })] })] });

  it('is marked in its words, and tells a screen reader its category and why', () => {
    const mark = view(flagged(null)).querySelector('mark');
    expect(mark?.textContent).toBe('sign today');
    expect(mark?.getAttribute('aria-description')).toBe('Flagged as Pressure. A deadline of ours.');
  });

  it('shows why, what to ask instead and the answer with its reason', () => {
    view(flagged(kept));
    const card = within(screen.getByRole('list', { name: 'Flags in this note' }));
    for (const text of ['Pressure', 'A deadline of ours.', 'What sets their date?', 'Kept.', 'They set the day.']) {
      expect(card.getByText(text, { exact: false })).toBeTruthy();
    }
  });

  it('without an answer says that it has none', () => {
    view(flagged(null));
    expect(screen.getByText('Not answered')).toBeTruthy();
  });

  it('is reached from its words by keyboard', async () => {
    const container = view(flagged(null));
    screen.getByRole('button', { name: 'Flag 1, Pressure' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(container.querySelector(`#flag-${idOf(900)}`));
  });

  it('that was reworded stands in the list and no longer in the words', () => {
    const answer = { kind: 'reworded', reason: '', at: at.now } as const;
    const container = view(aSession({ notes: [aNote({ flags: [aFlag({ answer, piece: '' })] })] }));
    expect(container.querySelector('mark')).toBeNull();
    expect(screen.getByText('Reworded.')).toBeTruthy();
  });
});

describe('the decision', () => {
  const blockOf = (decision: Decision, word: string) => {
    const container = view(aSession({ decision }));
    const block = screen.getByText(word).closest('div');
    const looks = [block?.className, screen.getByText(word).className];
    expect(container.textContent).toContain(decision.to);
    cleanup();
    return looks;
  };

  it('looks the same whether it is yes, no or not yet', () => {
    const looks = [blockOf(aYes(), 'Yes'), blockOf(aNo(), 'No'), blockOf(aNotYet(), 'Not yet')];
    expect(looks[1]).toEqual(looks[0]);
    expect(looks[2]).toEqual(looks[0]);
  });

  it('that is not yet says what is missing and when both look again', () => {
    const container = view(aSession({ decision: aNotYet() }));
    expect(screen.getByText('The restore test')).toBeTruthy();
    expect(container.querySelector('time[datetime="2026-04-01"]')?.textContent).toContain('2026');
  });

  it('that was not reached says why instead', () => {
    const decision = { ...aSession().decision, undecidedReason: 'Their director was ill.' };
    view(aSession({ decision }));
    expect(screen.getByText('No decision was reached')).toBeTruthy();
    expect(screen.getByText('Their director was ill.')).toBeTruthy();
  });

  it('shows every option with both of its sides, even where nothing was written', () => {
    view(aSession());
    for (const title of ['Leave it as it is', 'Do it themselves, or with someone else']) {
      const option = screen.getByRole('heading', { name: title }).closest('li') as HTMLElement;
      expect(within(option).getAllByText('Nothing was written.')).toHaveLength(2);
    }
  });
});

it('shows markup that someone typed as the text that it is', () => {
  const text = '<img src=x onerror="document.title=1"><script>1</script>';
  const decision = aYes({ to: text, reason: text, dissent: text });
  const container = view(
    aSession({ title: text, notes: [aNote({ text, flags: [aFlag({ from: 0, to: 20, why: text })] })], decision }),
  );
  expect(container.querySelector('img, script')).toBeNull();
  expect(container.textContent).toContain(text);
});

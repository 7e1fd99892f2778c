import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { writeDecision } from '@/lib/session/decide';
import type { Decision } from '@/lib/session/decision';
import { decisionProblems } from '@/lib/session/decision-problems';
import { anAt, aSession, idOf } from '@/test/fixtures';
import { DecisionForm } from './decision-form';
import { fieldId } from './field-id';

afterEach(cleanup);

const { people } = aSession();
let held: Decision;
let ids = 500;

/** The form on a real session, as the panel holds it. */
function Desk({ problems, begun }: { problems: Record<string, string>; begun: Partial<Decision> }) {
  const [session, setSession] = useState(() => writeDecision(aSession(), begun, anAt()));
  held = session.decision;
  return (
    <DecisionForm
      decision={session.decision}
      people={people}
      problemOf={(field) => problems[field] ?? null}
      newId={() => idOf(++ids)}
      onChange={(patch) => setSession((now) => writeDecision(now, patch, anAt()))}
    />
  );
}

function show(problems: Record<string, string> = {}, begun: Partial<Decision> = {}) {
  render(
    <EnglishTexts>
      <Desk problems={problems} begun={begun} />
    </EnglishTexts>,
  );
}
const option = (name: string) => within(screen.getByRole('group', { name }));

describe('the options weighed', () => {
  it('always hold leaving it and doing it elsewhere, which cannot be removed', () => {
    show();
    for (const name of ['Leave it as it is', 'Do it themselves, or with someone else']) {
      expect(option(name).getByLabelText('Good about it')).toBeTruthy();
      expect(option(name).getByLabelText('Bad about it')).toBeTruthy();
      expect(option(name).queryByRole('button')).toBeNull();
    }
  });
  it('take the good and the bad of each', async () => {
    show();
    await userEvent.type(option('Leave it as it is').getByLabelText('Bad about it'), 'The risk stays');
    expect(held.options.find(({ kind }) => kind === 'leave')).toMatchObject({ good: '', bad: 'The risk stays' });
  });
  it('take as many others as there are, and let them go again', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Add an option' }));
    await userEvent.type(screen.getByLabelText('Option'), 'Wait for the merger');
    expect(screen.getByRole('group', { name: 'Wait for the merger' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Remove the option “Wait for the merger”' }));
    expect(held.options.some(({ kind }) => kind === 'other')).toBe(false);
  });
  it('need not hold us', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Remove the option “Do it with us”' }));
    expect(held.options.map(({ kind }) => kind)).toEqual(['leave', 'elsewhere']);
    await userEvent.click(screen.getByRole('button', { name: 'Add “with us”' }));
    expect(held.options.map(({ kind }) => kind)).toEqual(['leave', 'elsewhere', 'with-us']);
  });
});

describe('the decision', () => {
  it('shows yes, no and not yet alike, none chosen beforehand', () => {
    show();
    const group = within(screen.getByRole('group', { name: 'What did you decide together?' }));
    const cards = group.getAllByRole<HTMLInputElement>('radio');
    expect(cards.map(({ value }) => value)).toEqual(['yes', 'no', 'not-yet']);
    expect(cards.some(({ checked }) => checked)).toBe(false);
    expect(new Set(cards.map((card) => card.closest('label')?.className)).size).toBe(1);
  });
  it('asks what is missing and for a day only when it is not yet', async () => {
    show();
    await userEvent.click(screen.getByLabelText('No'));
    expect(screen.queryByLabelText('What is missing')).toBeNull();
    await userEvent.click(screen.getByLabelText('Not yet'));
    await userEvent.type(screen.getByLabelText('What is missing'), 'The owner');
    expect(held).toMatchObject({ outcome: 'not-yet', missing: 'The owner' });
    expect(screen.getByLabelText<HTMLInputElement>('Look at it again on').type).toBe('date');
  });
  it('takes objectives one a line, and forgets the empty lines', async () => {
    show();
    await userEvent.type(screen.getByLabelText('Objectives it serves'), 'Open in season{Enter}{Enter}  Sleep well ');
    expect(held.objectives).toEqual(['Open in season', 'Sleep well']);
    expect(screen.getByLabelText<HTMLTextAreaElement>('Objectives it serves').value).toContain('\n\n');
  });
  it('takes to what, the reason in their terms, and dissent', async () => {
    show();
    await userEvent.type(screen.getByLabelText('To what'), 'A restore test');
    await userEvent.type(screen.getByLabelText('Why, in the client’s terms'), 'It costs us July');
    await userEvent.type(screen.getByLabelText('Dissent'), 'Finance');
    expect(held).toMatchObject({ to: 'A restore test', reason: 'It costs us July', dissent: 'Finance' });
  });
  it('names who took part out of the people of the session', async () => {
    show();
    await userEvent.click(screen.getByLabelText('Ljerka, IT manager'));
    expect(held.tookPart).toEqual([people[0]?.id]);
    await userEvent.click(screen.getByLabelText('Ljerka, IT manager'));
    expect(held.tookPart).toEqual([]);
  });
  it('keeps what was played back apart from whether they confirmed it', async () => {
    show();
    await userEvent.type(screen.getByLabelText('What you played back'), 'Two days in July');
    expect(held.playback).toEqual({ text: 'Two days in July', confirmed: false });
    await userEvent.click(screen.getByLabelText('They confirmed it'));
    expect(held.playback).toEqual({ text: 'Two days in July', confirmed: true });
  });
});

describe('the next steps', () => {
  it('have an owner on either side and a day', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Add a next step' }));
    const step = option('Step 1');
    await userEvent.type(step.getByLabelText('What'), 'Ask the owner');
    await userEvent.selectOptions(step.getByLabelText('Whose step'), 'ours');
    await userEvent.type(step.getByLabelText('Who'), 'Tobias');
    await userEvent.type(step.getByLabelText('By when'), '2026-04-01');
    expect(held.nextSteps).toMatchObject([
      { text: 'Ask the owner', owner: { side: 'ours', name: 'Tobias' }, date: '2026-04-01' },
    ]);
    await userEvent.click(step.getByRole('button', { name: 'Remove step 1' }));
    expect(held.nextSteps).toEqual([]);
  });
});

it('says a problem at the field it is about', () => {
  const leave = aSession().decision.options.find(({ kind }) => kind === 'leave')?.id;
  show({ [`options.${leave}.bad`]: 'Weigh leaving it.', reason: 'Write the reason.', tookPart: 'Say who.' });
  const described = (field: HTMLElement) =>
    document.getElementById(field.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '');
  expect(described(option('Leave it as it is').getByLabelText('Bad about it'))?.textContent).toBe('Weigh leaving it.');
  expect(described(screen.getByLabelText('Why, in the client’s terms'))?.textContent).toBe('Write the reason.');
  expect(screen.getByText('Say who.')).toBeTruthy();
});

describe('what is needed to finish', () => {
  const needed = () =>
    [...document.querySelectorAll<HTMLInputElement>('[aria-required="true"], [required]')].map(
      (field) => field.labels?.[0]?.textContent,
    );
  it('is marked from the beginning, for yes and no alike', async () => {
    show();
    const both = ['Good about it', 'Bad about it'];
    const decided = ['What you played back', 'Yes', 'No', 'Not yet', 'To what', 'Why, in the client’s terms'];
    expect(needed()).toEqual([...both, ...both, ...decided, 'Objectives it serves']);
    expect(screen.getByText('What has a * is needed to finish with a decision.')).toBeTruthy();
    const marked = needed();
    for (const outcome of ['Yes', 'No']) {
      await userEvent.click(screen.getByLabelText(outcome));
      expect(needed()).toEqual(marked);
    }
  });
  it('is what is missing and a day too, for not yet, and all of a step', async () => {
    show({}, { outcome: 'not-yet' });
    expect(needed()).toContain('What is missing');
    expect(needed()).toContain('Look at it again on');
    await userEvent.click(screen.getByRole('button', { name: 'Add a next step' }));
    expect(needed().slice(-3)).toEqual(['What', 'Who', 'By when']);
  });
  it('is, of every field that a problem can name, the very field', () => {
    show({}, { outcome: 'not-yet' });
    for (const { field } of decisionProblems(aSession({ decision: held }))) {
      expect(document.getElementById(fieldId(field)), field).not.toBeNull();
    }
  });
});

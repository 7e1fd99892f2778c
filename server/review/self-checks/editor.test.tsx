// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SelfCheck } from '@/lib/self-check/self-check';
import { aCheck } from '@/test/fixtures/self-checks';
import { EXPERT, LEAD, openAt, type Replies } from '../test-app';

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const KEY = 'eitherway.self-check.t-1.own';
const own = (over: Partial<SelfCheck> = {}) => aCheck({ id: 'own', title: 'Our own', ...over });
const keep = (draft: SelfCheck) => localStorage.setItem(KEY, JSON.stringify(draft));
const kept = (): SelfCheck => JSON.parse(localStorage.getItem(KEY) ?? 'null');
const headOf = ({ id, version, title }: SelfCheck, from = 'team') => ({
  ...{ id, version, title, language: 'en', languages: ['en'], from },
  publishedAt: '2026-03-02T10:00:00.000Z',
});
const open = (more: Replies = {}, me: unknown = LEAD, published = own()) =>
  openAt('/self-checks/own', {
    'GET /api/me': [200, me],
    'GET /api/self-checks': [200, { selfChecks: [headOf(published)] }],
    'GET /api/self-checks/own/1': [200, published],
    ...more,
  });
const edit = (draft: SelfCheck = own({ version: 2 }), more: Replies = {}) => {
  keep(draft);
  return open(more);
};
const firstTitle = async () => (await screen.findAllByLabelText<HTMLInputElement>('Title'))[0] as HTMLInputElement;
const part = (words: string) => within(screen.getByText(words, { selector: 'span' }).closest('li') as HTMLElement);
const question = (number: number, text: string) => part(`Question ${number}: ${text}`);
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const publish = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Publish…' });

describe('a self-check being edited', () => {
  it('begins from the newest version, is kept in this browser at once, and is there again after a reload', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Edit as a draft' }));
    await userEvent.type(await firstTitle(), '!');
    expect(kept()).toMatchObject({ version: 2, title: 'Our own!' });
    cleanup();
    open();
    expect((await firstTitle()).value).toBe('Our own!');
  });

  it('changes its order by buttons, which keep the focus, and gives back what was removed', async () => {
    edit();
    await firstTitle();
    fireEvent.click(screen.getByLabelText('Move down: Question 1: Question words?'));
    expect(
      kept()
        .questions.map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['one', 'words']);
    expect(document.activeElement?.id).toBe('down-words');
    fireEvent.click(screen.getByLabelText('Remove: Question 2: Question words?'));
    expect(kept().questions).toHaveLength(5);
    expect(screen.getByText('A self-check has 6 to 10 questions.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(kept().questions).toHaveLength(6);
  });

  it('says at its place what is missing, and cannot be published with it', async () => {
    edit();
    await firstTitle();
    expect(publish().disabled).toBe(false);
    type(question(1, 'Question words?').getByLabelText('Question'), '');
    expect(part('Question 1: without words yet').getAllByText(/This is needed/).length).toBeGreaterThan(0);
    expect(screen.getByText(/^One thing keeps it/)).toBeTruthy();
    expect(publish().disabled).toBe(true);
  });

  it('asks a question only if an earlier one is answered so, and says when that one comes later', async () => {
    edit();
    await firstTitle();
    const third = question(3, 'Question several?');
    fireEvent.click(third.getByLabelText(/^Add a condition/));
    const which = third.getByLabelText<HTMLSelectElement>('The answer to');
    expect([...which.options].map(({ value }) => value)).toEqual(['words', 'one']);
    expect(kept().questions[2]?.askIf).toEqual([{ question: 'one', is: 'answered', choices: [] }]);
    fireEvent.change(third.getByLabelText('is'), { target: { value: 'any-of' } });
    expect(
      third.getByText('Choose at least one of the choices that “Question one?” has.', { selector: 'p' }),
    ).toBeTruthy();
    fireEvent.click(third.getByLabelText('Choice B'));
    expect(kept().questions[2]?.askIf).toEqual([{ question: 'one', is: 'any-of', choices: ['b'] }]);
    expect(publish().disabled).toBe(false);
    fireEvent.click(screen.getByLabelText('Move up: Question 3: Question several?'));
    expect(
      question(2, 'Question several?').getAllByText(/The question “Question one\?” comes later/).length,
    ).toBeGreaterThan(0);
    fireEvent.click(screen.getByLabelText('Remove: Condition 1'));
    expect(kept().questions[1]?.askIf).toEqual([]);
  });

  it('has choices where one chooses, in an order, and looks for none that was taken out', async () => {
    const askIf = [{ question: 'one', is: 'any-of' as const, choices: ['a'] }];
    edit(own({ version: 2, questions: own().questions.map((one) => (one.id === 'last' ? { ...one, askIf } : one)) }));
    await firstTitle();
    const second = question(2, 'Question one?');
    fireEvent.click(second.getByLabelText('Add a choice: Question one?'));
    type(second.getByLabelText('Choice 3'), 'Choice C');
    fireEvent.click(second.getByLabelText('Move up: Choice 3: Choice C'));
    fireEvent.click(second.getByLabelText('Remove: Choice 1: Choice A'));
    expect(kept().questions[1]?.choices.map(({ text }) => text)).toEqual(['Choice C', 'Choice B']);
    expect(kept().questions[5]?.askIf[0]?.choices).toEqual([]);
    expect(publish().disabled).toBe(true);
    fireEvent.change(second.getByLabelText('Kind of answer'), { target: { value: 'text' } });
    expect(second.queryByLabelText('Choice 1')).toBeNull();
  });

  it('takes hints with an address that can be trusted, or none', async () => {
    edit();
    await firstTitle();
    const early = part('It may be too early');
    fireEvent.click(early.getByLabelText('Add a hint: It may be too early'));
    type(early.getByLabelText('Hint 2', { selector: 'input' }), 'Ask around');
    const address = early.getAllByLabelText('Address of more about it (optional, https)')[1] as HTMLElement;
    type(address, 'http://example.com');
    expect(early.getAllByText(/An address begins with https/).length).toBeGreaterThan(0);
    type(address, 'https://example.com');
    expect(publish().disabled).toBe(false);
    fireEvent.click(early.getByLabelText('Remove: Hint 1'));
    expect(kept().closings.early.hints).toEqual([{ text: 'Ask around', address: 'https://example.com' }]);
  });

  it('is said in another language, text by text, with what is missing named', async () => {
    edit();
    await firstTitle();
    const tag = screen.getByLabelText('Language to add');
    await userEvent.type(tag, 'klingon!{Enter}');
    expect(screen.getByText(/A language is named by its tag/)).toBeTruthy();
    await userEvent.clear(tag);
    await userEvent.type(tag, 'DE{Enter}');
    const german = screen.getByText('German (de)').closest('details') as HTMLDetailsElement;
    german.open = true;
    fireEvent(german, new Event('toggle'));
    expect(german.querySelector('summary')?.textContent).toMatch(/\d+ texts are missing/);
    type(within(german).getByLabelText(/^Title/), 'Eine Prüfung');
    type(within(german).getByLabelText(/^Question 2, choice 1/), 'Wahl A');
    expect(kept().translations.de).toMatchObject({
      title: 'Eine Prüfung',
      questions: { one: { choices: { a: 'Wahl A' } } },
    });
    expect(publish().disabled).toBe(false);
    const walk = within(screen.getByRole('region', { name: 'As a client walks it' }));
    await userEvent.selectOptions(walk.getByLabelText('Language of the walk'), 'de');
    expect(walk.getByRole('heading', { name: 'Eine Prüfung' })).toBeTruthy();
    await userEvent.click(within(german).getByRole('button', { name: 'Remove: German' }));
    expect(kept().translations).toEqual({});
    expect(walk.getByRole('heading', { name: 'Our own' })).toBeTruthy();
  });

  it('follows what another window of this browser makes of it', async () => {
    edit();
    await firstTitle();
    keep(own({ version: 2, title: 'From elsewhere' }));
    fireEvent(window, new StorageEvent('storage', { key: KEY }));
    expect((await firstTitle()).value).toBe('From elsewhere');
    localStorage.removeItem(KEY);
    fireEvent(window, new StorageEvent('storage', { key: KEY }));
    expect(await screen.findByRole('button', { name: 'Edit as a draft' })).toBeTruthy();
  });
});

describe('criteria', () => {
  it('are put in an order, and the walk ends as they say', async () => {
    edit();
    await firstTitle();
    const add = screen.getByRole('button', { name: 'Add a criterion' });
    await userEvent.click(add);
    await userEvent.click(add);
    const second = part('Criterion 2');
    fireEvent.change(second.getByLabelText('the page says'), { target: { value: 'others' } });
    fireEvent.change(second.getByLabelText('is'), { target: { value: 'unanswered' } });
    await userEvent.click(screen.getByRole('button', { name: 'Move up: Criterion 2' }));
    expect(kept().criteria.map(({ closing }) => closing)).toEqual(['others', 'talk']);
    expect(document.activeElement?.id).toBe('up-criterion-0');
    fireEvent.click(part('Criterion 1').getByLabelText('Remove: Condition 1'));
    expect(screen.getByText('A criterion needs a condition.')).toBeTruthy();
  });

  it('lead a walk to a text, through the questions that these answers ask', async () => {
    const looksBack = { question: 'one', is: 'any-of' as const, choices: ['b'] };
    const questions = own().questions.map((one) => (one.id === 'several' ? { ...one, askIf: [looksBack] } : one));
    open({}, EXPERT, own({ questions, criteria: [{ closing: 'talk', when: [looksBack] }] }));
    const walk = within(await screen.findByRole('region', { name: 'As a client walks it' }));
    const next = () => userEvent.click(walk.getByRole('button', { name: 'Next' }));
    await userEvent.click(walk.getByRole('button', { name: 'Begin' }));
    expect(document.activeElement?.textContent).toBe('Question 1 of about 5');
    await userEvent.type(walk.getByRole('textbox', { name: 'Question words?' }), 'Words');
    await next();
    await userEvent.click(walk.getByRole('radio', { name: 'Choice B' }));
    expect(walk.getByText('Question 2 of about 6')).toBeTruthy();
    await next();
    await userEvent.click(walk.getByRole('checkbox', { name: 'Choice A' }));
    for (let at = 0; at < 4; at++) await next();
    expect(walk.getByRole('heading', { name: 'Worth a talk' })).toBeTruthy();
    expect(walk.getByText('A hint')).toBeTruthy();
    await userEvent.click(walk.getByRole('button', { name: 'From the beginning' }));
    await userEvent.click(walk.getByRole('button', { name: 'End it here' }));
    expect(walk.getByText('Ended here, which is a good result')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Edit as a draft' })).toBeNull();
  });
});

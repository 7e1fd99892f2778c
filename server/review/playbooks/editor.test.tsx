// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyOf } from '@/lib/playbooks/draft';
import { aPlaybook } from '@/test/fixtures';
import { EXPERT, LEAD, openAt, type Replies } from '../test-app';

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const published = { ...copyOf(aPlaybook(), 'own', 'Our own') };
const document_ = { ...published, version: 2 };
const PATH = '/api/playbooks/drafts/own';
const stored = (change = {}) => ({
  id: 'own',
  version: 2,
  title: 'Our own',
  revision: 4,
  writtenByName: 'Lea',
  writtenAt: '',
  document: { ...document_, ...change },
});
const open = (more: Replies = {}, me: unknown = LEAD) =>
  openAt('/playbooks/own', {
    'GET /api/me': [200, me],
    'GET /api/playbooks': [
      200,
      { playbooks: [{ id: 'own', version: 1, title: 'Our own', summary: '', from: 'team' }] },
    ],
    'GET /api/playbooks/own/1': [200, published],
    [`GET ${PATH}`]: [200, stored()],
    [`PUT ${PATH}`]: (sent) => [200, { ...stored(), revision: (sent.body as { revision: number }).revision + 1 }],
    [`DELETE ${PATH}`]: [204],
    'PUT /api/playbooks/own/2': [201, document_],
    'GET /api/playbooks/recurring': [200, { questions: [{ text: 'What else?', sessions: 6, stageId: 'nobody' }] }],
    ...more,
  });
const title = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Title' });
const firstStage = aPlaybook().stages[0]?.title ?? '';
const names = () =>
  screen.getAllByRole('button', { name: /^Move up: Stage/, hidden: true }).map((one) => one.getAttribute('aria-label'));

describe('a playbook being edited', () => {
  it('is saved by itself, with the revision that was read, and says so', async () => {
    const { asked } = open();
    await userEvent.type(await title(), '!');
    expect(screen.getByText('Not saved yet.')).toBeTruthy();
    await screen.findByText('Saved.', {}, { timeout: 5_000 });
    expect(asked('PUT', PATH).at(-1)?.body).toMatchObject({ revision: 4, document: { title: 'Our own!' } });
    expect(localStorage.length).toBe(0);
  });
  it('loses nothing without a network, nor when the page is loaded again', async () => {
    open({ [`PUT ${PATH}`]: 'offline' });
    await userEvent.type(await title(), ' typed');
    await screen.findByText(/^No network/, {}, { timeout: 5_000 });
    cleanup();
    const { asked } = open();
    expect((await title()).value).toBe('Our own typed');
    await waitFor(() => expect(asked('PUT', PATH)).toHaveLength(1), { timeout: 5_000 });
  });
  it('never overwrites what somebody else changed, until one says so', async () => {
    const { answers, asked } = open({ [`PUT ${PATH}`]: [409, { code: 'draft-changed', title: 'Changed.' }] });
    await userEvent.type(await title(), ' mine');
    const mine = await screen.findByRole('button', { name: 'Keep mine' }, { timeout: 5_000 });
    answers[`GET ${PATH}`] = [200, { ...stored({ title: 'Theirs' }), revision: 9 }];
    answers[`PUT ${PATH}`] = [200, { ...stored(), revision: 10 }];
    await userEvent.click(mine);
    await screen.findByText('Saved.');
    expect(asked('PUT', PATH).at(-1)?.body).toMatchObject({ revision: 9, document: { title: 'Our own mine' } });
  });
  it('takes theirs instead when told to', async () => {
    const { answers } = open({ [`PUT ${PATH}`]: [409, { code: 'draft-changed', title: 'Changed.' }] });
    await userEvent.type(await title(), ' mine');
    const theirs = await screen.findByRole('button', { name: 'Take theirs' }, { timeout: 5_000 });
    answers[`GET ${PATH}`] = [200, { ...stored({ title: 'Theirs' }), revision: 9 }];
    await userEvent.click(theirs);
    expect(await screen.findByDisplayValue('Theirs')).toBeTruthy();
  });
  it('changes its order by buttons, which keep the focus', async () => {
    open();
    await title();
    const down = screen.getByRole('button', { name: `Move down: Stage 1: ${firstStage}`, hidden: true });
    fireEvent.click(down);
    expect(names()[1]).toBe(`Move up: Stage 2: ${firstStage}`);
    expect(document.activeElement?.id).toBe(`down-${aPlaybook().stages[0]?.id}`);
    expect(screen.getByText('Moved.')).toBeTruthy();
  });
  it('gives back what was removed', async () => {
    open();
    await title();
    const before = names();
    fireEvent.click(screen.getByRole('button', { name: `Remove: Stage 1: ${firstStage}`, hidden: true }));
    expect(names()).toHaveLength(before.length - 1);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(names()).toEqual(before);
  });
  it('says beside the field what is missing, and cannot be published with it', async () => {
    open();
    await userEvent.clear(await title());
    expect(screen.getByText('This is needed.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Publish…' })).toHaveProperty('disabled', true);
  });
  it('shows itself in the panel’s look as one types', async () => {
    open();
    await title();
    const preview = within(screen.getByRole('region', { name: 'As the panel shows it' }));
    const text = aPlaybook().stages.find(({ kind }) => kind !== 'self-check')?.questions[0]?.text ?? '';
    const field = screen.getByDisplayValue(text);
    fireEvent.change(field, { target: { value: 'What happened, in your words?' } });
    expect(await preview.findByRole('heading', { name: 'What happened, in your words?' })).toBeTruthy();
  });
  it('takes up a question that experts keep adding', async () => {
    open();
    await title();
    const recurring = screen
      .getByText('Questions that your experts add themselves')
      .closest('details') as HTMLDetailsElement;
    recurring.open = true;
    fireEvent(recurring, new Event('toggle'));
    expect(await screen.findByText("Asked in 6 of your team's sessions")).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Add to stage: What else?' }));
    expect(screen.getByDisplayValue('What else?')).toBeTruthy();
  });
  it('is published with what changes said first, and its draft is done then', async () => {
    const { asked } = open();
    await userEvent.type(await title(), '!');
    await userEvent.click(screen.getByRole('button', { name: 'Publish…' }));
    expect(screen.getByText('What changes against version 1')).toBeTruthy();
    expect(screen.getByText('Title or summary')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
    await screen.findByText('Version 2 is published.');
    expect(asked('PUT', '/api/playbooks/own/2')[0]?.body).toMatchObject({ version: 2, title: 'Our own!' });
    expect(asked('DELETE', PATH)[0]?.query.get('revision')).toBe('5');
  });
  it('is only read by experts', async () => {
    open({}, EXPERT);
    expect(await screen.findByRole('region', { name: 'As the panel shows it' })).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Title' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Edit as a draft' })).toBeNull();
  });
  it('begins from the newest version when there is no draft', async () => {
    const { answers, asked } = open({ [`GET ${PATH}`]: [404, { code: 'not-found' }] });
    const edit = await screen.findByRole('button', { name: 'Edit as a draft' });
    await waitFor(() => expect(edit).toHaveProperty('disabled', false));
    answers[`GET ${PATH}`] = [200, stored()];
    await userEvent.click(edit);
    await title();
    expect(asked('PUT', PATH)[0]?.body).toMatchObject({ revision: 0, document: { version: 2 } });
  });
});

// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idOf } from '@/test/fixtures';
import { EXPERT, LEAD, openAt, type Replies } from '../test-app';

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const RULE = {
  phrases: ['land and expand'],
  category: 'quota',
  ask: 'What would help you?',
  why: 'This is about our growth.',
  flags: ['we land and expand'],
  allows: ['no land and expand'],
};
const ENTRY = { id: idOf(1), state: 'published', published: { version: 1, rule: RULE, at: '' }, draft: null };
const FLAGS = { version: 'v', rules: [{ id: idOf(1), ...RULE }], neverFlagged: ['Orbit'], sensitivity: null };
const open = (rules: unknown[] = [ENTRY], more: Replies = {}, me: unknown = LEAD) =>
  openAt('/rules', {
    'GET /api/me': [200, me],
    'GET /api/rules': [200, FLAGS],
    'GET /api/rules/all': [200, { rules }],
    ...more,
  });
const type = (name: RegExp, text: string) => userEvent.type(screen.getByRole('textbox', { name }), text);

describe('the rules of a team', () => {
  it('are written with their examples tried at once, and can be published when they hold', async () => {
    const { sent } = open([]);
    await userEvent.click(await screen.findByRole('button', { name: 'New rule' }));
    await type(/^Words or phrases/, 'land and expand');
    await type(/^Why/, 'Our growth.');
    await type(/^A diagnostic question/, 'What would help?');
    await type(/^Lines that must be flagged/, 'so we grow');
    await type(/^Lines that must not/, 'no land and expand');
    const examples = within(screen.getByRole('region', { name: /^Examples/ }));
    expect(examples.getByText('Not flagged, but it should be')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Publish' })).toHaveProperty('disabled', true);
    await userEvent.clear(screen.getByRole('textbox', { name: /^Lines that must be flagged/ }));
    await type(/^Lines that must be flagged/, 'land and expand here');
    expect(await examples.findByText('Flagged')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Publish' })).toHaveProperty('disabled', false);
    await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));
    const put = sent.find(({ method }) => method === 'PUT');
    expect(put?.body).toMatchObject({
      seen: null,
      rule: { phrases: ['land and expand'], flags: ['land and expand here'] },
    });
  });
  it('keep what was typed when the page is loaded again', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Edit: land and expand' }));
    await type(/^Why/, ' Typed.');
    cleanup();
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Edit: land and expand' }));
    expect(screen.getByDisplayValue('This is about our growth. Typed.')).toBeTruthy();
    expect(screen.getByText(/^Not saved yet/)).toBeTruthy();
  });
  it('are tried on the last sessions, with what would be flagged', async () => {
    const line = { sessionId: idOf(9), client: 'Fenwick', text: 'then land and expand', from: 5, to: 20 };
    open([ENTRY], {
      [`POST /api/rules/${idOf(1)}/try`]: [200, { sessions: 12, sessionsWith: 1, found: 1, lines: [line] }],
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit: land and expand' }));
    await userEvent.click(screen.getByRole('button', { name: 'Try on the last 200 sessions' }));
    expect(await screen.findByText('Looked through 12 sessions. 1 line would be newly flagged.')).toBeTruthy();
    expect(screen.getByText('land and expand', { selector: 'mark' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Session with Fenwick' }).getAttribute('href')).toBe(
      `/sessions/${idOf(9)}`,
    );
  });
  it('are retired, which can be undone', async () => {
    const path = `/api/rules/${idOf(1)}`;
    const { asked } = open([ENTRY], { [`POST ${path}/retire`]: [200, ENTRY], [`POST ${path}/publish`]: [200, ENTRY] });
    await userEvent.click(await screen.findByRole('button', { name: 'Retire: land and expand' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(asked('POST', `${path}/publish`)).toHaveLength(1));
  });
  it('never overwrite what someone else wrote meanwhile', async () => {
    const theirs = { ...ENTRY, draft: { version: 2, rule: { ...RULE, why: 'Theirs.' }, at: '', mark: 'm2' } };
    const path = `/api/rules/${idOf(1)}`;
    const { answers, asked } = open([ENTRY], { [`PUT ${path}`]: [409, { code: 'draft-changed', title: 'Changed.' }] });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit: land and expand' }));
    await type(/^Why/, ' Mine.');
    await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));
    answers['GET /api/rules/all'] = [200, { rules: [theirs] }];
    await userEvent.click(await screen.findByRole('button', { name: 'Keep mine' }));
    answers[`PUT ${path}`] = [200, theirs];
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Keep mine' })).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));
    await waitFor(() =>
      expect(asked('PUT', path).at(-1)?.body).toMatchObject({
        seen: 'm2',
        rule: { why: 'This is about our growth. Mine.' },
      }),
    );
  });
});

describe('words that are never an agenda, and the sensitivity', () => {
  it('are set by leads', async () => {
    const { asked } = open([], { 'PATCH /api/team/settings': [200, {}] });
    const words = await screen.findByRole('textbox', { name: /^Names and words/ });
    await userEvent.type(words, '{enter}Atlas');
    await userEvent.click(screen.getByRole('button', { name: 'Save words' }));
    await userEvent.click(screen.getByRole('radio', { name: /^Strict|^More|strict/i }));
    await waitFor(() =>
      expect(asked('PATCH', '/api/team/settings').map(({ body }) => body)).toEqual([
        { neverFlagged: ['Orbit', 'Atlas'] },
        { sensitivity: 'strict' },
      ]),
    );
  });
  it('are there for experts to read, and nothing to change', async () => {
    open([], {}, EXPERT);
    expect(await screen.findByText('Orbit')).toBeTruthy();
    expect(screen.getByText('land and expand')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'New rule' })).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aFlag, aNo, aNote, aPlaybook, aSession, idOf } from '@/test/fixtures';
import { EXPERT, LEAD, openAt, type Replies, type Sent } from '../test-app';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

const AT = '2026-03-02T10:50:00.000Z';
const answer = { kind: 'disputed' as const, reason: 'They asked for it.', at: AT };
const flags = [aFlag(), aFlag({ id: idOf(901), from: 11, to: 18, category: 'closing', piece: 'lose it', answer })];
const note = aNote({ text: 'sign today or lose it\nThey count by hand.', flags });
const session = aSession({ finishedAt: AT, decision: aNo(), notes: [note], revision: 5 });
const path = `/api/sessions/${session.id}`;
const aComment = (n: number, change = {}) => ({
  id: idOf(n),
  parentId: null,
  author: { id: 'u-other', name: 'Lia' },
  kind: 'suggestion',
  anchor: null,
  text: 'Ask what sets their date.',
  createdAt: AT,
  editedAt: null,
  acknowledgedAt: null,
  ...change,
});
const REVIEW = {
  sharedFrom: AT,
  needs: [],
  look: null,
  reviewed: null,
  talk: null,
  comments: [] as unknown[],
  verdicts: [] as unknown[],
  forms: [],
  looks: [],
};
const OWN = { ...EXPERT, user: { ...EXPERT.user, id: 'u-expert' } };
const open = (review = {}, me: unknown = LEAD, more: Replies = {}) =>
  openAt(`/sessions/${session.id}`, {
    'GET /api/me': [200, me],
    [`GET ${path}`]: [200, { session, expert: { id: 'u-expert', name: 'Emil' }, receivedAt: AT }],
    [`GET /api/playbooks/${session.playbook.id}/${session.playbook.version}`]: [200, aPlaybook()],
    [`GET ${path}/review`]: [200, { ...REVIEW, ...review }],
    [`GET ${path}/record`]: [200, { record: null }],
    [`POST ${path}/comments`]: [201, {}],
    ...more,
  });
const button = (name: string) => screen.findByRole('button', { name });

describe('a lead', () => {
  it('comments on a line of a note, in the words and at the place where it stands', async () => {
    const { asked } = open();
    await userEvent.click(await button('Comment on this note'));
    const form = within(screen.getByRole('form', { name: 'Comment on this note' }));
    await userEvent.click(form.getByLabelText('Suggestion'));
    await userEvent.selectOptions(form.getByLabelText('About the line'), 'They count by hand.');
    await userEvent.type(form.getByRole('textbox'), 'How many hours?');
    await userEvent.click(form.getByRole('button', { name: 'Comment' }));
    await waitFor(() => expect(asked('POST', `${path}/comments`)).toHaveLength(1));
    expect(asked('POST', `${path}/comments`)[0]?.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      parentId: null,
      kind: 'suggestion',
      anchor: { kind: 'note', noteId: note.id, span: { from: 22, to: 41 }, piece: 'They count by hand.' },
      text: 'How many hours?',
    });
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Comment on this note' })).toBeNull());
  });

  it('keeps the words of a comment that could not be sent, and sends it once under the same id', async () => {
    let online = false;
    const { asked } = open({}, LEAD, { [`POST ${path}/comments`]: () => (online ? [201, {}] : 'offline') });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Comment on the whole session' }), 'Well led.');
    const form = within(screen.getByRole('form', { name: 'Comment on the whole session' }));
    await userEvent.click(form.getByRole('button', { name: 'Comment' }));
    expect((await screen.findByRole('alert')).textContent).toContain('could not be reached');
    expect((form.getByRole('textbox') as HTMLTextAreaElement).value).toBe('Well led.');
    online = true;
    await userEvent.click(form.getByRole('button', { name: 'Comment' }));
    await waitFor(() => expect((form.getByRole('textbox') as HTMLTextAreaElement).value).toBe(''));
    const ids = asked('POST', `${path}/comments`).map(({ body }) => (body as { id: string }).id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('finds the words that were not sent again after a reload', async () => {
    open();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Comment on the whole session' }), 'Well led.');
    cleanup();
    open();
    const field = (await screen.findByRole('textbox', { name: 'Comment on the whole session' })) as HTMLTextAreaElement;
    expect(field.value).toBe('Well led.');
  });

  it('agrees with a flag at once, and with a disputed one only with a reason', async () => {
    const { asked } = open({}, LEAD, {
      [`PUT ${path}/flags/${idOf(900)}/verdict`]: [204],
      [`PUT ${path}/flags/${idOf(901)}/verdict`]: [204],
    });
    const [plain, disputed] = await screen.findAllByRole('button', { name: 'I see an agenda, too' });
    await userEvent.click(plain as HTMLElement);
    await waitFor(() => expect(asked('PUT', `${path}/flags/${idOf(900)}/verdict`)).toHaveLength(1));
    await userEvent.click(disputed as HTMLElement);
    expect(asked('PUT', `${path}/flags/${idOf(901)}/verdict`)).toHaveLength(0);
    await userEvent.type(screen.getByLabelText('Why you still see an agenda'), 'The note came first.');
    await userEvent.click(screen.getByRole('button', { name: 'Say so' }));
    await waitFor(() =>
      expect(asked('PUT', `${path}/flags/${idOf(901)}/verdict`)[0]?.body).toEqual({
        verdict: 'agree',
        reason: 'The note came first.',
      }),
    );
  });

  it('marks the revision that was read as reviewed, by button or by r, and opens it again', async () => {
    let review: unknown = null;
    const { asked } = open({}, LEAD, {
      [`GET ${path}/review`]: () => [200, { ...REVIEW, reviewed: review }],
      [`PUT ${path}/reviewed`]: ({ body }: Sent) => {
        review = { at: AT, by: 'Lea', revision: (body as { revision: number }).revision };
        return [204];
      },
      [`DELETE ${path}/reviewed`]: () => {
        review = null;
        return [204];
      },
    });
    await userEvent.click(await button('Mark reviewed'));
    expect(await screen.findByText(/Reviewed by Lea/)).toBeTruthy();
    expect(asked('PUT', `${path}/reviewed`)[0]?.body).toEqual({ revision: 5 });
    await userEvent.click(await button('Open it again'));
    await button('Mark reviewed');
    await userEvent.keyboard('r');
    await waitFor(() => expect(asked('PUT', `${path}/reviewed`)).toHaveLength(2));
  });

  it('is told when r could not mark it', async () => {
    open({}, LEAD, { [`PUT ${path}/reviewed`]: 'offline' });
    await button('Mark reviewed');
    await userEvent.keyboard('r');
    expect((await screen.findByRole('alert')).textContent).toContain('could not be reached');
  });

  it('says that only an older version was reviewed', async () => {
    open({ reviewed: { at: AT, by: 'Lea', revision: 4 } });
    expect(await screen.findByText(/An older version was reviewed by Lea/)).toBeTruthy();
    await button('Mark reviewed');
  });

  it('walks along the flags with n and p, and comes to a comment with c', async () => {
    open();
    await button('Mark reviewed');
    await userEvent.keyboard('n');
    expect(document.activeElement?.id).toBe(`flag-${idOf(900)}`);
    await userEvent.keyboard('n');
    expect(document.activeElement?.id).toBe(`flag-${idOf(901)}`);
    await userEvent.keyboard('p');
    expect(document.activeElement?.id).toBe(`flag-${idOf(900)}`);
    await userEvent.keyboard('c');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Comment on the whole session' }));
    await userEvent.keyboard('rnp');
    expect((document.activeElement as HTMLTextAreaElement).value).toBe('rnp');
  });

  it('says how the deciding went, question by question, and no sum of it', async () => {
    const { asked } = open({}, LEAD, { [`PUT ${path}/process-form`]: [204] });
    await button('Mark reviewed');
    await userEvent.click(screen.getAllByText('How the deciding went')[0] as HTMLElement);
    await userEvent.selectOptions(screen.getByLabelText('Both sides worked on it together'), 'With care');
    await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));
    await waitFor(() =>
      expect(asked('PUT', `${path}/process-form`)[0]?.body).toEqual({
        choiceNamed: null,
        asTeam: 4,
        optionsWeighed: null,
        concernsAsked: null,
        concernsWorkedIn: null,
        remark: '',
      }),
    );
    expect(await screen.findByText('It is kept.')).toBeTruthy();
  });
});

describe('the expert', () => {
  const anchor = { kind: 'note', noteId: note.id, span: { from: 22, to: 41 }, piece: 'They count by hand.' };

  it('reads comments where their words stand, says so, and answers', async () => {
    const { asked } = open({ comments: [aComment(1, { anchor })] }, OWN, {
      [`POST ${path}/comments/${idOf(1)}/acknowledge`]: [204],
    });
    const comment = within(await screen.findByRole('article', { name: 'Comment of Lia' }));
    expect(comment.getByText('They count by hand.')).toBeTruthy();
    await userEvent.click(comment.getByRole('button', { name: 'I have read it' }));
    await waitFor(() => expect(asked('POST', `${path}/comments/${idOf(1)}/acknowledge`)).toHaveLength(1));
    await userEvent.click(comment.getByRole('button', { name: 'Answer' }));
    await userEvent.type(comment.getByLabelText('Your answer'), 'Six.');
    await userEvent.click(comment.getByRole('button', { name: 'Send the answer' }));
    await waitFor(() =>
      expect(asked('POST', `${path}/comments`)[0]?.body).toMatchObject({
        parentId: idOf(1),
        kind: 'answer',
        text: 'Six.',
      }),
    );
  });

  it('sees that a comment was about words that are gone, and comments on notes that are gone', async () => {
    open(
      {
        comments: [
          aComment(1, { anchor: { ...anchor, piece: 'They count at night.' } }),
          aComment(2, { anchor: { ...anchor, noteId: idOf(77), piece: 'Another note.' }, text: 'And this?' }),
        ],
      },
      OWN,
    );
    expect(await screen.findAllByText('(about an earlier wording)')).toHaveLength(2);
    expect(screen.getByText('And this?')).toBeTruthy();
  });

  it('cannot judge, mark or begin a comment, and sees who looked', async () => {
    open({ looks: [{ name: 'Lea', firstAt: AT, lastAt: AT }] }, OWN);
    await button('Ask for a look');
    for (const name of ['Mark reviewed', 'I see an agenda, too', 'Comment on this note'])
      expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.getByText(/Lea, first and last/)).toBeTruthy();
  });

  it('shares the session, or asks for a look at something', async () => {
    const { asked } = open({ sharedFrom: '2999-01-01T00:00:00.000Z' }, OWN, {
      [`POST ${path}/share`]: [204],
      [`PUT ${path}/look`]: [204],
    });
    expect(await screen.findByText(/Yours alone until/)).toBeTruthy();
    await userEvent.click(await button('Share it with my lead now'));
    await waitFor(() => expect(asked('POST', `${path}/share`)).toHaveLength(1));
    await userEvent.click(await button('Ask for a look'));
    await userEvent.type(screen.getByLabelText('What should your lead look at?'), 'The cost part.');
    await userEvent.click(await button('Ask for a look'));
    await waitFor(() => expect(asked('PUT', `${path}/look`)[0]?.body).toEqual({ for: 'The cost part.' }));
  });

  it('sees what a lead thought of a flag', async () => {
    open(
      {
        verdicts: [{ flagId: idOf(901), by: { id: 'u-lead', name: 'Lea' }, verdict: 'disagree', reason: '', at: AT }],
      },
      OWN,
    );
    expect(await screen.findByText(/Lea: Not an agenda to me\./)).toBeTruthy();
  });
});

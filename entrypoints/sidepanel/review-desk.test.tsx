import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EnglishTexts } from '@/components/ui/english-texts';
import type { Standing } from '@/lib/review/review';
import { writeCredential } from '@/lib/settings/credential';
import { aNote, aSession, idOf } from '@/test/fixtures';
import { aCredential } from '@/test/fixtures/a-credential';
import { CommentedDesk } from './commented-desk';
import { ReviewDesk } from './review-desk';

const AT = '2026-03-02T10:50:00.000Z';
const note = aNote({ text: 'They count by hand.' });
const session = aSession({ notes: [note], finishedAt: AT });
const COMMENT = {
  id: idOf(1),
  parentId: null,
  author: { id: 'u-lead', name: 'Lea' },
  kind: 'suggestion',
  anchor: { kind: 'note', noteId: note.id, span: { from: 0, to: 19 }, piece: 'They count by hand.' },
  text: 'Ask how many hours.',
  createdAt: AT,
  editedAt: null,
  acknowledgedAt: null as string | null,
};

let sent: { method: string; path: string; body: unknown }[];
let online: boolean;
let comments: (typeof COMMENT)[];
let standing: Standing;

beforeEach(async () => {
  fakeBrowser.reset();
  sessionStorage.clear();
  [sent, online, comments] = [[], true, [COMMENT]];
  standing = { sharedFrom: AT, look: null, reviewed: null, talk: null, looks: [] };
  await writeCredential(aCredential());
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const { pathname: path } = new URL(String(input));
    const method = init.method ?? 'GET';
    sent.push({ method, path, body: init.body ? JSON.parse(String(init.body)) : null });
    if (!online) throw new TypeError('Failed to fetch');
    if (path.endsWith('/review')) return Response.json({ comments, ...standing });
    if (path.endsWith('/mine')) {
      const head = { client: 'Fenwick', title: '', startedAt: AT, comments: 1, lastAt: AT };
      return Response.json({
        sessions: [
          { ...head, id: idOf(5), unread: 2 },
          { ...head, id: idOf(6), client: 'Elsewhere', unread: 1 },
          { ...head, id: idOf(7), client: 'All read', unread: 0 },
        ],
      });
    }
    if (path.endsWith('/acknowledge')) {
      comments = [{ ...COMMENT, acknowledgedAt: AT }];
      return new Response(null, { status: 204 });
    }
    if (path.endsWith('/share')) standing = { ...standing, sharedFrom: AT };
    if (path.endsWith('/look')) {
      const asked = init.body ? JSON.parse(String(init.body)) : null;
      standing = { ...standing, sharedFrom: AT, look: asked && { at: AT, ...asked } };
    }
    if (path.endsWith('/talk')) standing = { ...standing, talk: null };
    if (/\/(share|look|talk)$/.test(path)) return new Response(null, { status: 204 });
    return Response.json({ id: idOf(2), state: 'stored' }, { status: 201 });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (what: React.ReactNode) =>
  render(
    <EnglishTexts>
      <QueryClientProvider client={new QueryClient()}>{what}</QueryClientProvider>
    </EnglishTexts>,
  );

describe('comments in the panel', () => {
  it('stand with the words they are about, and are said to be read', async () => {
    show(<ReviewDesk session={session} />);
    const comment = within(await screen.findByRole('article', { name: 'Comment of Lea' }));
    for (const words of ['They count by hand.', 'Ask how many hours.', 'Suggestion'])
      expect(comment.getByText(words)).toBeTruthy();
    await userEvent.click(comment.getByRole('button', { name: 'I have read it' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'I have read it' })).toBeNull());
    expect(sent.some(({ path }) => path.endsWith(`/comments/${idOf(1)}/acknowledge`))).toBe(true);
  });

  it('are answered; what could not be sent stays, and goes once under one id', async () => {
    show(<ReviewDesk session={session} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Answer' }));
    await userEvent.type(screen.getByLabelText('Your answer'), 'Six.');
    online = false;
    await userEvent.click(screen.getByRole('button', { name: 'Send the answer' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Your words stay here');
    online = true;
    await userEvent.click(screen.getByRole('button', { name: 'Send the answer' }));
    await waitFor(() => expect(screen.queryByLabelText('Your answer')).toBeNull());
    const posts = sent.filter(({ method }) => method === 'POST').map(({ body }) => body as { id: string });
    expect(posts).toHaveLength(2);
    expect(new Set(posts.map(({ id }) => id)).size).toBe(1);
    expect(posts[1]).toMatchObject({ parentId: idOf(1), kind: 'answer', text: 'Six.' });
  });

  it('are told to be away while the network is', async () => {
    online = false;
    show(<ReviewDesk session={session} />);
    expect(await screen.findByText('What your lead said of it is shown when there is a connection.')).toBeTruthy();
  });

  it('stand beside who has looked, and when', async () => {
    standing.looks = [{ name: 'Lea', firstAt: AT, lastAt: AT }];
    standing.reviewed = { at: AT, by: 'Lea', revision: session.revision };
    show(<ReviewDesk session={session} />);
    expect(await screen.findByText(/Reviewed by Lea/)).toBeTruthy();
    expect(screen.getByText(/Lea, first and last/)).toBeTruthy();
  });

  it('lead from the first page to their session, here or on the team’s page, until they were read', async () => {
    show(<CommentedDesk here={[idOf(5)]} />);
    await screen.findByText(/2 comments to read/);
    expect(screen.getByRole('button', { name: 'Fenwick' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Elsewhere' }).getAttribute('href')).toMatch(
      new RegExp(`/sessions/${idOf(6)}$`),
    );
    expect(screen.queryByText('All read')).toBeNull();
  });
});

describe('a session that is still its expert’s own', () => {
  beforeEach(() => {
    comments = [];
    standing.sharedFrom = new Date(Date.now() + 3_600_000).toISOString();
  });

  it('is shared with the lead at once when its expert says so', async () => {
    show(<ReviewDesk session={session} />);
    expect(await screen.findByText(/Yours alone until/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Share it with my lead now' }));
    expect(await screen.findByText(/Shared with the leads since/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Share it with my lead now' })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Comments' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Review' }));
  });

  it('stays their own while the network is away, and says so', async () => {
    show(<ReviewDesk session={session} />);
    const share = await screen.findByRole('button', { name: 'Share it with my lead now' });
    online = false;
    await userEvent.click(share);
    expect((await screen.findByRole('alert')).textContent).toContain('there is no connection');
    expect(screen.getByText(/Yours alone until/)).toBeTruthy();
  });

  it('is looked at when they ask for it, with words or without, until they need it no more', async () => {
    show(<ReviewDesk session={session} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Ask for a look' }));
    await userEvent.type(screen.getByLabelText('What should your lead look at?'), 'The costs.');
    await userEvent.click(screen.getByRole('button', { name: 'Ask for a look' }));
    expect(await screen.findByText(/A look was asked for.*The costs/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'No look is needed any more' }));
    await waitFor(() => expect(screen.queryByText(/A look was asked for/)).toBeNull());
  });

  it('has no talk open any more when that was had', async () => {
    standing.talk = { at: AT, by: 'Lea' };
    show(<ReviewDesk session={session} />);
    await userEvent.click(await screen.findByRole('button', { name: 'The talk was had' }));
    await waitFor(() => expect(screen.queryByText(/asks for a talk/)).toBeNull());
  });
});

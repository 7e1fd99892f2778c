// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aFlag, aNo, aNote, aNotYet, aPlaybook, aSession, idOf } from '@/test/fixtures';
import { aSummary, LEAD, openAt, type Replies } from '../test-app';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const FINISHED = '2026-03-02T10:50:00.000Z';
const session = aSession({ finishedAt: FINISHED, decision: aNo(), notes: [aNote({ flags: [aFlag()] })] });
const STORED = { session, expert: { id: 'u-1', name: 'Emil' }, receivedAt: FINISHED };
const { id, version } = session.playbook;
const SUMMARY = aSummary(1, 'Harbour Hotels', { id: session.id, flagsByCategory: { pressure: 1 } });
const REVIEW = {
  sharedFrom: FINISHED,
  needs: [],
  look: null,
  reviewed: null,
  talk: null,
  comments: [],
  verdicts: [],
  forms: [],
  looks: [],
};
const replies: Replies = {
  [`GET /api/sessions/${session.id}/review`]: [200, REVIEW],
  [`GET /api/sessions/${session.id}/record`]: [200, { record: null }],
  'GET /api/me': [200, LEAD],
  'GET /api/sessions': [200, { sessions: [SUMMARY], nextCursor: null }],
  [`GET /api/sessions/${session.id}`]: [200, STORED],
  [`GET /api/playbooks/${id}/${version}`]: [200, aPlaybook()],
};
const open = (more: Replies = {}, address = `/sessions/${session.id}`) => openAt(address, { ...replies, ...more });

describe('one session', () => {
  it('shows the notes with their flags, the decision and its options', async () => {
    open();
    expect(await screen.findByRole('heading', { level: 1, name: 'Harbour Hotels' })).toBeTruthy();
    expect(await screen.findByText('sign today', { selector: 'mark' })).toBeTruthy();
    expect(screen.getByText('A deadline of ours.')).toBeTruthy();
    expect(screen.getByText('Move the backups off the site')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Leave it as it is' })).toBeTruthy();
    expect(document.title).toBe('Harbour Hotels - Eitherway');
  });

  it('leads to its client before the next call, and nowhere when the client has no name', async () => {
    open();
    const link = await screen.findByRole('link', { name: 'Next call with Harbour Hotels' });
    expect(link.getAttribute('href')).toBe('/clients?name=Harbour+Hotels');
    cleanup();
    const nameless = { ...session, client: { name: '' } };
    open({ [`GET /api/sessions/${session.id}`]: [200, { ...STORED, session: nameless }] });
    await screen.findByText('sign today', { selector: 'mark' });
    expect(screen.queryByRole('link', { name: /^Next call/ })).toBeNull();
  });

  it('says when its decision record cannot be read, and reads it anew', async () => {
    let isAway = true;
    open({ [`GET /api/sessions/${session.id}/record`]: () => (isAway ? 'offline' : [200, { record: null }]) });
    expect(await screen.findByText('The server could not be reached. Check your network and try again.')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Decision record' })).toBeNull();
    isAway = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Decision record' })).toBeTruthy();
  });

  it('leads to every part of it', async () => {
    open();
    const nav = within(await screen.findByRole('navigation', { name: 'On this page' }));
    for (const link of nav.getAllByRole('link')) {
      const target = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
      expect(target?.textContent).toBe(link.textContent);
    }
  });

  it('leads back to the list with its filters, and takes the focus to the heading on the way', async () => {
    open({}, '/sessions?client=Harbour');
    await userEvent.click(await screen.findByRole('link', { name: 'Harbour Hotels' }));
    const heading = await screen.findByRole('heading', { level: 1, name: 'Harbour Hotels' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    await userEvent.click(screen.getByRole('link', { name: 'All sessions' }));
    await screen.findByRole('heading', { level: 1, name: 'Sessions' });
    expect(location.pathname + location.search).toBe('/sessions?client=Harbour');
  });

  it('gives its agreed days as a calendar file that leads back to it, and none where there are none', async () => {
    const given: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${given.push(blob as Blob)}`);
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    open({ [`GET /api/sessions/${session.id}`]: [200, { ...STORED, session: { ...session, decision: aNotYet() } }] });
    await userEvent.click(await screen.findByRole('button', { name: 'Calendar file' }));
    expect(await given[0]?.text()).toContain(`URL:${location.origin}/sessions/${session.id}`.slice(0, 60));
    expect(click).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
    cleanup();
    open();
    await screen.findByText('sign today', { selector: 'mark' });
    expect(screen.queryByRole('button', { name: 'Calendar file' })).toBeNull();
  });

  it('can be read when its playbook is gone', async () => {
    open({ [`GET /api/playbooks/${id}/${version}`]: [404, { code: 'not-found', title: 'There is nothing here.' }] });
    expect(await screen.findByText('sign today', { selector: 'mark' })).toBeTruthy();
    expect(screen.getByText(/words of this playbook are not here/)).toBeTruthy();
  });

  it.each([
    ['deleted', 410, 'This session was deleted.'],
    ['not-found', 404, 'There is no such session, or it is not yours to read.'],
  ])('that is %s says so', async (code, status, sentence) => {
    open({ [`GET /api/sessions/${session.id}`]: [status, { code, title: code }] });
    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('with markup in it shows the markup as text', async () => {
    const text = '<img src=x onerror=alert(1)>';
    const evil = { ...session, title: text, client: { name: text }, notes: [aNote({ id: idOf(7), text })] };
    open({ [`GET /api/sessions/${session.id}`]: [200, { ...STORED, session: evil }] });
    expect(await screen.findByRole('heading', { level: 1, name: text })).toBeTruthy();
    expect(document.querySelector('[onerror]')).toBeNull();
  });
});

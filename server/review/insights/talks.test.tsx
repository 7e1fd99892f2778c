// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TalkInsights } from '@/lib/talk/talk';
import { EXPERT, LEAD, openAt } from '../test-app';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const means = (mean: number, atLeast = 5) => ({
  understood: { mean, atLeast },
  heard: { mean: 2.5, atLeast },
  shaped: { mean: 1, atLeast: 5 },
});
const MONTHS = ['2025-10', '2025-11', '2025-12', '2026-01'];
const FOUND: TalkInsights = {
  groups: [
    ...MONTHS.map((month) => ({ from: month, to: month, ...means(3) })),
    { from: '2026-02', to: '2026-04', ...means(3.6, 10) },
  ],
  together: means(3.1, 30),
};
const open = (found: TalkInsights, me: unknown = LEAD, search = '') =>
  openAt(`/insights${search}`, {
    'GET /api/me': [200, me],
    'GET /api/insights/talk': [200, found],
  });
const TITLE = 'How clients found the talk';

describe('how clients found the talk', () => {
  it('stands in a table of all groups of months, the newest first, and of all together', async () => {
    open(FOUND);
    const table = within(await screen.findByRole('table', { name: TITLE }));
    const rows = table.getAllByRole('row').map((row) => row.textContent);
    expect(rows).toHaveLength(7);
    expect(rows[1]).toBe('2026-02 – 2026-043.62.515 or more');
    expect(rows[6]).toBe('All together3.12.515 or more');
  });

  it('is drawn for the newest groups, and says so', async () => {
    open(FOUND);
    const chart = await screen.findByRole('img', { name: new RegExp(`^Chart: ${TITLE}`) });
    expect(chart.querySelectorAll('title')).toHaveLength(9);
    expect(chart.textContent).toContain('3.6 of 4');
    expect(chart.textContent).not.toContain('2025-11');
    expect(screen.getByText(/newest groups of months/)).toBeTruthy();
  });

  it('is saved as the table that is seen', async () => {
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return 'blob:saved';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    open({ ...FOUND, groups: FOUND.groups.slice(0, 1) });
    await userEvent.click(await screen.findByRole('button', { name: `Save as CSV: ${TITLE}` }));
    expect((await saved[0]?.text())?.split('\r\n')[1]).toBe('2025-10,3,2.5,1,5 or more');
    expect(screen.queryByText(/newest groups of months/)).toBeNull();
  });

  it('waits for five answers, and says so', async () => {
    open({ groups: [], together: null });
    expect(await screen.findByText(/^Shown from five answers on/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('is neither shown to experts nor beside one’s own sessions', async () => {
    const asExpert = open(FOUND, EXPERT);
    await screen.findByText(/Only you see/);
    expect(asExpert.asked('GET', '/api/insights/talk')).toEqual([]);
    cleanup();
    const ofOwn = open(FOUND, LEAD, '?scope=mine');
    await screen.findByText(/Only you see/);
    expect(ofOwn.asked('GET', '/api/insights/talk')).toEqual([]);
  });
});

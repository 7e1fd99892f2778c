// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Insights } from '@/lib/insights/insights';
import { EXPERT, LEAD, openAt, type Replies } from '../test-app';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const part = (counted: [number, number] | null, someLeftOut = false) => ({
  counted: counted && { part: counted[0], of: counted[1] },
  someLeftOut,
});
const month = (name: string, words: number | null, pressure = 0) => ({
  month: name,
  counted: words === null ? null : { words, flags: { pressure, quota: 1 } },
});
const FOUND: Insights = {
  scope: 'team',
  from: '2026-01',
  to: '2026-03',
  playbook: null,
  playbooks: [{ id: 'first-call-25', title: 'First call' }],
  stages: [
    { kind: 'problem', ...part([7, 9]) },
    { kind: 'cost', ...part(null, true) },
  ],
  reasoned: part([11, 12]),
  lookedAgain: part(null, true),
  disputes: part([2, 6]),
  flags: [month('2026-01', 4_000, 7), month('2026-02', null), month('2026-03', 2_000)],
  questions: [
    {
      playbook: 'first-call-25',
      id: 'why-now',
      text: '=What makes it matter now?',
      stage: 'Problem',
      counted: { asked: 5, skipped: 1, notRelevant: 2, open: 0, reworded: 3 },
      someLeftOut: false,
    },
  ],
};
const NOTHING: Insights = {
  ...FOUND,
  stages: [],
  playbooks: [],
  questions: [],
  reasoned: part(null),
  flags: [month('2026-01', null)],
};
const open = (reply: Replies[string] = [200, FOUND], me: unknown = LEAD, search = '') =>
  openAt(`/insights${search}`, { 'GET /api/me': [200, me], 'GET /api/insights': reply });
const table = async (name: RegExp) => within(await screen.findByRole('table', { name }));
const rowOf = async (caption: RegExp, row: RegExp) =>
  within((await table(caption)).getByRole('row', { name: row }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('insights', () => {
  it('stand in tables behind the charts', async () => {
    open();
    expect(await rowOf(/Covered before/, /^Problem/)).toEqual(['7', '9']);
    expect(await rowOf(/^Decisions/, /^A decision was reached/)).toEqual(['11', '12']);
    expect(await rowOf(/^Flags/, /^2026-01/)).toEqual(['All categories', '8', '4000', '2', '1.5', '0', '3.34']);
    expect(await rowOf(/questions are used/, /What makes/)).toEqual(['Problem', '5', '1', '2', '0', '3']);
  });

  it('are drawn, each with a name', async () => {
    open();
    const drawings = await screen.findAllByRole('img', { name: /^Chart: / });
    expect(drawings.map((one) => one.tagName.toLowerCase())).toEqual(['svg', 'svg', 'svg', 'svg']);
    expect(await screen.findByText('7 of 9')).toBeTruthy();
  });

  it('name a group of fewer than 5 sessions as that, and say that some are left out', async () => {
    open();
    expect(await rowOf(/Covered before/, /^Cost/)).toEqual(['Fewer than 5 sessions', 'Fewer than 5 sessions']);
    expect((await rowOf(/^Flags/, /^2026-02/)).slice(1, 3)).toEqual(['Fewer than 5 sessions', 'Fewer than 5 sessions']);
    expect(screen.getAllByText(/^Some sessions are left out/)).toHaveLength(2);
  });

  it('say so when there is nothing to show yet, and when they could not be read', async () => {
    open([200, NOTHING]);
    await screen.findByText('Nothing to show for these months yet');
    cleanup();
    open([503, { code: 'unavailable', title: 'The service is not available right now.' }]);
    await screen.findByText('The service is not available right now.');
  });

  it('are asked for as the address says, and what is chosen goes there', async () => {
    const { sent } = open(
      [200, FOUND],
      LEAD,
      '?scope=mine&from=2026-01&to=bad&playbook=first-call-25&category=pressure',
    );
    const asked = () => sent.filter(({ path }) => path === '/api/insights').map(({ query }) => query.toString());
    expect(await rowOf(/^Flags/, /^2026-01/)).toContain('Pressure');
    expect(asked()).toEqual(['scope=mine&from=2026-01&playbook=first-call-25']);
    await userEvent.selectOptions(screen.getByLabelText('Whose sessions'), 'team');
    await userEvent.selectOptions(screen.getByLabelText('Playbook'), '');
    await userEvent.click(screen.getByRole('button', { name: 'Show' }));
    await waitFor(() => expect(asked().at(-1)).toBe('scope=team&from=2026-01&to=2026-03'));
    expect(location.search).toContain('category=pressure');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show' }));
  });

  it('are asked for in months that stand the right way round', async () => {
    const { asked } = open([200, { ...FOUND, from: '2026-05', to: '2026-03' }]);
    await table(/^Flags/);
    await userEvent.click(screen.getByRole('button', { name: 'Show' }));
    await screen.findByText(/up to 36 months/);
    expect(asked('GET', '/api/insights')).toHaveLength(1);
  });

  it('are an expert’s own, without a choice of whose', async () => {
    open([200, { ...FOUND, scope: 'mine' }], EXPERT);
    await table(/^Flags/);
    expect(screen.queryByLabelText('Whose sessions')).toBeNull();
    expect(screen.getByText(/Only you see/)).toBeTruthy();
  });

  it('show the table in place of the chart when told to', async () => {
    open();
    await screen.findAllByRole('img', { name: /^Chart: / });
    await userEvent.click(screen.getByRole('button', { name: /^Show the table: Flags/ }));
    expect(screen.queryByRole('img', { name: /^Chart: Flags/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /^Show the chart: Flags/ }));
    expect(screen.getByRole('img', { name: /^Chart: Flags/ })).toBeTruthy();
  });

  it('are saved as a drawing and as a table in which no cell is a formula', async () => {
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return 'blob:saved';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    open();
    await screen.findAllByRole('img', { name: /^Chart: / });
    await userEvent.click(screen.getByRole('button', { name: /^Save as CSV: How the questions/ }));
    await userEvent.click(screen.getByRole('button', { name: /^Save as SVG: Flags/ }));
    const [csv = '', svg = ''] = await Promise.all(saved.map((blob) => blob.text()));
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      'Question,Stage,Asked,Skipped,Not relevant,Left open,Flags reworded',
      "'=What makes it matter now?,Problem,5,1,2,0,3",
    ]);
    expect(svg).toMatch(/^<svg[^>]+xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).not.toContain('class=');
  });

  it('say nothing of which way decisions went, even if the API did', async () => {
    open([200, { ...FOUND, outcomes: { yes: 7, no: 4 }, reasoned: { ...FOUND.reasoned, yes: 7 } }]);
    await table(/^Flags/);
    const shown = (document.body.textContent ?? '').replaceAll('“not yet”', '');
    expect(shown).not.toMatch(/\b(yes|no|not yet|rate|score|target|ranking)\b/i);
    expect(shown).not.toContain('%');
  });
});

import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EnglishTexts } from '@/components/ui/english-texts';
import { createDirectChecker, type LineChecker } from '@/lib/pitch/line-checker';
import { shippedEngine } from '@/lib/pitch/shipped-engine';
import { readSettings, writeSettings } from '@/lib/settings/settings';
import { createQueries } from './create-queries';
import { PlaygroundDesk } from './playground-desk';

const shipped = createDirectChecker(shippedEngine());
const PASTED = 'anchor 480, land 395\nthe NAS is in the same rack';

beforeEach(() => fakeBrowser.reset());
afterEach(cleanup);

function show(start: () => Promise<LineChecker>) {
  return render(
    <EnglishTexts>
      <QueryClientProvider client={createQueries()}>
        <PlaygroundDesk start={start} />
      </QueryClientProvider>
    </EnglishTexts>,
  );
}
/** The engine that ships, and what was asked of it. */
function watched() {
  const checkLines = vi.fn(shipped.checkLines);
  const dispose = vi.fn();
  return { checkLines, dispose, start: vi.fn(async (): Promise<LineChecker> => ({ checkLines, dispose })) };
}
const field = () => screen.getByRole('textbox', { name: 'Lines of a note' });
const readily = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'How readily to flag here' });
async function paste(text: string) {
  await userEvent.click(field());
  await userEvent.paste(text);
}

describe('trying the flags', () => {
  it('finds what the engine that ships finds, line by line', async () => {
    show(watched().start);
    await paste(PASTED);
    expect(await screen.findByText('One flag.')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Manipulation Line 1');
    expect(PASTED).toContain(screen.getByRole('listitem').querySelector('blockquote')?.textContent);
  });
  it('counts the lines as the note has them, empty ones too', async () => {
    show(watched().start);
    await paste(`\n\n${PASTED}`);
    expect((await screen.findByRole('heading', { level: 3 })).textContent).toBe('Manipulation Line 3');
  });
  it('starts the engine with the first line, looks once when the typing rests, and ends it with the page', async () => {
    const { start, checkLines, dispose } = watched();
    const { unmount } = show(start);
    expect(start).not.toHaveBeenCalled();
    for (const value of ['the', 'the r', 'the rack']) fireEvent.input(field(), { target: { value } });
    expect(await screen.findByText('No agenda found.')).toBeTruthy();
    expect(checkLines.mock.calls.map(([lines]) => lines[0]?.text)).toEqual(['the rack']);
    expect(start).toHaveBeenCalledOnce();
    unmount();
    await vi.waitFor(() => expect(dispose).toHaveBeenCalledOnce());
  });
  it('is empty again when the lines are taken away', async () => {
    show(watched().start);
    await paste(PASTED);
    await screen.findByText('One flag.');
    await userEvent.clear(field());
    expect(await screen.findByText('Nothing to look at yet')).toBeTruthy();
    expect(screen.queryByRole('listitem')).toBeNull();
  });
  it('begins with the sensitivity that is set, and another choice changes no setting', async () => {
    await writeSettings({ sensitivity: 'strict' });
    const { start, checkLines } = watched();
    show(start);
    await vi.waitFor(() => expect(readily().value).toBe('strict'));
    await paste(PASTED);
    await screen.findByText('One flag.');
    await userEvent.selectOptions(readily(), 'Quiet');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Stage of the talk' }), 'Cost');
    const told = { sensitivity: 'quiet', stage: 'cost', clientNames: [] };
    await vi.waitFor(() => expect(checkLines.mock.lastCall?.[1]).toEqual(told));
    expect((await readSettings()).sensitivity).toBe('strict');
  });
  it('keeps nothing of the lines', async () => {
    await writeSettings({ sensitivity: 'normal' });
    show(watched().start);
    await paste(PASTED);
    await screen.findByText('One flag.');
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('anchor');
  });
});

describe('an engine that fails', () => {
  it('is said in one sentence, and started anew when asked', async () => {
    const dispose = vi.fn();
    const broken: LineChecker = { checkLines: () => Promise.reject(new Error('stopped')), dispose };
    const start = vi.fn(async (): Promise<LineChecker> => shipped).mockImplementationOnce(async () => broken);
    show(start);
    await paste(PASTED);
    expect((await screen.findByRole('alert')).textContent).toContain('could not be worked out');
    await vi.waitFor(() => expect(dispose).toHaveBeenCalledOnce());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('One flag.')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(start).toHaveBeenCalledTimes(2);
  });
  it('can be one that does not even load', async () => {
    show(vi.fn(async () => shipped).mockRejectedValueOnce(new Error('no file')));
    await paste(PASTED);
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('One flag.')).toBeTruthy();
  });
  it('cannot put an old answer over a newer one', async () => {
    const answers: (() => void)[] = [];
    const slow: LineChecker = {
      checkLines: (lines, context) =>
        new Promise((resolve) => {
          answers.push(() => void shipped.checkLines(lines, context).then(resolve));
        }),
      dispose: () => {},
    };
    show(async () => slow);
    await paste(PASTED);
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    await userEvent.clear(field());
    await paste('the NAS is in the same rack');
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.();
    expect(await screen.findByText('No agenda found.')).toBeTruthy();
    answers[0]?.();
    await shipped.checkLines([], { stage: null, sensitivity: 'normal', clientNames: [] });
    expect(screen.getByRole('status').textContent).toBe('No agenda found.');
  });
});

import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import type { SentCheck } from '@/lib/self-check/sent';
import { besideSession } from '@/lib/session/take-self-check';
import { idOf } from '@/test/fixtures';
import { CheckBeside } from './check-beside';
import { ChecksOffer } from './checks-offer';
import { SentChecks } from './sent-checks';

afterEach(cleanup);

const sent = (over: Partial<SentCheck> = {}): SentCheck => ({
  id: idOf(70),
  wish: 'talk',
  closing: 'talk',
  organisation: 'Harbour Hotels',
  name: 'Kim',
  email: 'kim@harbour.example',
  time: '',
  message: 'After ten, please',
  sentAt: '2026-03-01T10:00:00.000Z',
  language: 'en',
  forName: '',
  title: 'A check',
  answered: [
    { id: 'today', stage: 'situation', question: 'What happens?', answer: 'It stops.' },
    { id: 'cost', stage: 'cost', question: 'What does it cost?', answer: 'Time\nTrust' },
  ],
  takenByName: null,
  sessionId: null,
  mayBringBack: false,
  ...over,
});
const show = (part: React.ReactNode) => render(<EnglishTexts>{part}</EnglishTexts>);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('what clients sent', () => {
  it('takes no place while there is nothing', () => {
    const { container } = show(
      <SentChecks sent={[]} onStart={() => {}} onAway={async () => {}} onBack={async () => {}} />,
    );
    expect(container.textContent).toBe('');
  });

  it('is started with, or put away', async () => {
    const on = { onStart: vi.fn(), onAway: vi.fn(async () => {}), onBack: vi.fn(async () => {}) };
    const one = sent({ time: '2026-04-01T10:00:00+02:00' });
    show(<SentChecks sent={[one]} {...on} />);
    expect(screen.getByRole('heading', { name: 'Self-check of Harbour Hotels' })).toBeTruthy();
    expect(screen.getByText('After ten, please')).toBeTruthy();
    expect(screen.getByText(/They chose Wednesday, April 1, 2026/)).toBeTruthy();
    await press('Start with it');
    expect(on.onStart).toHaveBeenCalledWith(one);
    await press('Put away');
    expect(on.onAway).toHaveBeenCalledWith(one.id);
    expect(on.onBack).not.toHaveBeenCalled();
  });

  it('is brought back by who put it away, also when it was the only one', async () => {
    const on = { onStart: vi.fn(), onAway: vi.fn(async () => {}), onBack: vi.fn(async () => {}) };
    const { rerender } = show(<SentChecks sent={[sent()]} {...on} />);
    await press('Put away');
    rerender(
      <EnglishTexts>
        <SentChecks sent={[]} {...on} />
      </EnglishTexts>,
    );
    expect(screen.getByText('Put away: Harbour Hotels.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
    await press('Undo');
    expect(on.onBack).toHaveBeenCalledWith(sent().id);
    expect(screen.queryByText('Put away: Harbour Hotels.')).toBeNull();
  });

  it('that ended before a call is told as a good result, with nothing to start', () => {
    show(
      <SentChecks
        sent={[sent({ wish: 'ended', answered: [] })]}
        onStart={() => {}}
        onAway={async () => {}}
        onBack={async () => {}}
      />,
    );
    expect(screen.getByText('They looked into it and ended it there. A good result.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Start with it' })).toBeNull();
  });

  it('says when it could not be put away', async () => {
    const away = vi.fn(async () => Promise.reject(new Error('away')));
    show(<SentChecks sent={[sent()]} onStart={() => {}} onAway={away} onBack={away} />);
    await press('Put away');
    expect(screen.getByRole('alert').textContent).toContain('This did not work');
  });
});

describe('a self-check beside a stage', () => {
  const check = besideSession(sent(), 'team-1');

  it('shows what belongs to the stage, marked as not yet talked about until somebody says so', async () => {
    const onTalk = vi.fn();
    show(<CheckBeside check={check} stage="cost" onTalk={onTalk} onRemove={() => {}} />);
    const beside = within(screen.getByRole('region', { name: 'Their self-check, at this stage' }));
    expect(beside.getAllByText('What does it cost?')[0]).toBeTruthy();
    expect(beside.getAllByText('From their self-check, not yet talked about').length).toBeGreaterThan(0);
    await press('Talked about: What does it cost?');
    expect(onTalk).toHaveBeenCalledWith('cost', true);
    cleanup();
    show(<CheckBeside check={{ ...check, talkedAbout: ['cost'] }} stage="cost" onTalk={onTalk} />);
    await press('Not yet talked about: What does it cost?');
    expect(onTalk).toHaveBeenCalledWith('cost', false);
  });

  it('can be read whole, and be taken off', async () => {
    const onRemove = vi.fn();
    show(<CheckBeside check={check} stage="agreement" onRemove={onRemove} />);
    await userEvent.click(screen.getByText('Their whole self-check'));
    expect(screen.getByText('It stops.')).toBeTruthy();
    await press('Take it off this session');
    expect(onRemove).toHaveBeenCalledOnce();
  });

  it('is only read by a lead', () => {
    show(<CheckBeside check={check} stage={null} />);
    expect(screen.getByText('It stops.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

it('a self-check that fits is offered first, any other by hand', async () => {
  const onTake = vi.fn();
  const [fits, other] = [sent(), sent({ id: idOf(71), organisation: 'Kestrel' })];
  show(<ChecksOffer sent={[fits, other]} fits={fits} onTake={onTake} />);
  await press('Let it go along');
  expect(onTake).toHaveBeenLastCalledWith(fits);
  await userEvent.click(screen.getByText('Self-checks of clients'));
  await press('Let the self-check of Kestrel go along');
  expect(onTake).toHaveBeenLastCalledWith(other);
});

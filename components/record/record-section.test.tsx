import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import type { RecordResponse } from '@/lib/record/record';
import { recordOf } from '@/lib/record/record-of';
import type { SharedRecord } from '@/lib/record/wire';
import { aNo, aSession, idOf } from '@/test/fixtures';
import { RecordSection } from './record-section';

afterEach(cleanup);

const AT = '2026-03-03T10:00:00.000Z';
const response = (over: Partial<RecordResponse>): RecordResponse => ({
  id: idOf(1),
  version: 1,
  kind: 'confirm',
  part: '',
  text: '',
  name: 'Ljerka',
  saidAt: AT,
  answer: null,
  answerText: '',
  answeredByName: null,
  answeredAt: null,
  ...over,
});
const correction = response({ id: idOf(2), kind: 'correct', part: 'reason', text: 'Two racks, not one' });
const aRecord = (over: Partial<SharedRecord> = {}): SharedRecord => ({
  version: 1,
  document: recordOf(aSession({ decision: aNo() })),
  versions: [{ version: 1, madeOf: 'session', madeByName: 'Davor', madeAt: AT, changes: [] }],
  responses: [],
  link: { madeAt: AT, expiresAt: '2026-06-01T10:00:00.000Z' },
  mail: false,
  isBehind: false,
  ...over,
});

function show(record: SharedRecord | null, isOwn = true) {
  const made = { version: 1, address: 'https://eitherway.example.com/c/record/t.s' };
  const actions = {
    share: vi.fn(async () => made),
    renew: vi.fn(async () => made),
    mail: vi.fn(async () => made),
    revoke: vi.fn(async () => null),
    answer: vi.fn(async () => null as unknown),
    sentence: () => 'You are not signed in.',
  };
  render(
    <EnglishTexts>
      <RecordSection record={record} isOwn={isOwn} actions={actions} />
    </EnglishTexts>,
  );
  return actions;
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('the decision record beside a session', () => {
  it('is shared by its expert, who is told the address once', async () => {
    const actions = show(null);
    await press('Share the decision');
    expect(actions.share).toHaveBeenCalledOnce();
    expect(screen.getByLabelText<HTMLInputElement>('Address for the client').value).toContain('/c/record/t.s');
  });

  it('keeps the address to be copied while something else is done, until it is ended', async () => {
    show(aRecord({ responses: [correction] }));
    expect(screen.getByText(/A new one ends it at once/)).toBeTruthy();
    await press('Make a new address');
    await press('Take it over');
    expect(screen.getByLabelText('Address for the client')).toBeTruthy();
    await press('End the address');
    expect(screen.queryByLabelText('Address for the client')).toBeNull();
  });

  it('is only told of to a lead', () => {
    show(null, false);
    expect(screen.getByText('It was not shared with the client.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says what was confirmed, by whom and when, and says nothing so before', () => {
    show(aRecord({ responses: [response({})] }));
    expect(screen.getByText('Confirmed by both on March 3, 2026, for the client by Ljerka.')).toBeTruthy();
    cleanup();
    show(aRecord());
    expect(screen.getByText('The client has not said yet whether it is right.')).toBeTruthy();
    expect(screen.queryByText(/Confirmed by both/)).toBeNull();
  });

  it('shows a suggested wording beside the one that stands, to take over or to answer', async () => {
    const actions = show(aRecord({ responses: [correction] }));
    const item = within(screen.getAllByRole('listitem')[0] as HTMLElement);
    expect(item.getByText(aNo().reason)).toBeTruthy();
    expect(item.getByText('Two racks, not one')).toBeTruthy();
    const answer = item.getByRole<HTMLButtonElement>('button', { name: 'Answer instead' });
    expect(answer.disabled).toBe(true);
    await userEvent.type(item.getByLabelText('Your answer'), ' We counted one. ');
    await userEvent.click(answer);
    expect(actions.answer).toHaveBeenLastCalledWith(correction.id, { answer: 'answered', text: 'We counted one.' });
    await press('Take it over');
    expect(actions.answer).toHaveBeenLastCalledWith(correction.id, { answer: 'accepted', text: '' });
  });

  it('says of each version what reads otherwise, the outcome like any other part', async () => {
    const made = { madeOf: 'correction' as const, madeByName: 'Davor', madeAt: AT };
    const changes = [
      { id: 'outcome', kind: 'outcome' as const, before: '', after: 'no' },
      { id: 'reason', kind: 'reason' as const, before: 'One rack', after: 'Two racks' },
      { id: 'missing', kind: 'missing' as const, before: 'The audit', after: '' },
    ];
    show(aRecord({ versions: [{ version: 2, ...made, changes }] }));
    await userEvent.click(screen.getByText('Versions and answers'));
    const read = screen.getByRole('listitem').textContent;
    expect(read).toContain('The decisionBefore: No decision was reachedNow: No');
    expect(read).toContain('WhyBefore: One rackNow: Two racks');
    expect(read?.endsWith('What is missingBefore: The audit')).toBe(true);
  });

  it('lets a lead read suggestions, and answer none', () => {
    show(aRecord({ responses: [correction] }), false);
    expect(screen.getAllByText('Two racks, not one').length).toBeGreaterThan(0);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('offers the newer version when the session says something else', async () => {
    const actions = show(aRecord({ isBehind: true }));
    await press('Share the newer version');
    expect(actions.share).toHaveBeenCalledOnce();
  });

  it('says in a sentence what did not work, and can be tried again', async () => {
    const actions = show(aRecord());
    actions.renew.mockRejectedValueOnce(new Error('away'));
    await press('Make a new address');
    expect(screen.getByRole('alert').textContent).toContain('You are not signed in.');
    await press('Make a new address');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('sends the address by mail where mail is set up, to what may be one', async () => {
    show(aRecord());
    expect(screen.queryByText('Send it by mail')).toBeNull();
    cleanup();
    const actions = show(aRecord({ mail: true }));
    await userEvent.click(screen.getByText('Send it by mail'));
    await userEvent.type(screen.getByLabelText('Their e-mail address'), 'kim at client');
    await press('Send a new address');
    expect(actions.mail).not.toHaveBeenCalled();
    await userEvent.clear(screen.getByLabelText('Their e-mail address'));
    await userEvent.type(screen.getByLabelText('Their e-mail address'), 'kim@client.example');
    await press('Send a new address');
    expect(actions.mail).toHaveBeenCalledWith('kim@client.example');
  });
});

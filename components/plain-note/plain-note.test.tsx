import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { aFlag } from '@/test/fixtures';
import { PlainNote, retyped } from './plain-note';

afterEach(cleanup);

function Held() {
  const [value, setValue] = useState({ text: 'Two days', theyAsked: [], flags: [] } as Parameters<typeof retyped>[0]);
  return <PlainNote label="Note" hint="Plain" value={value} onChange={setValue} />;
}

it('takes every word without the editor', async () => {
  render(<Held />);
  await userEvent.type(screen.getByLabelText('Note'), ' a month');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('Two days a month');
});

describe('a note that is typed over plainly', () => {
  const value = {
    text: 'They asked. sign today. Later.',
    theyAsked: [{ from: 0, to: 11 }],
    flags: [aFlag({ from: 12, to: 22, piece: 'sign today' })],
  };
  const places = (text: string) => {
    const { theyAsked, flags } = retyped(value, text);
    return {
      asked: theyAsked.map(({ from, to }) => [from, to]),
      flags: flags.map(({ from, to }) => text.slice(from, to)),
    };
  };

  it('keeps the marks before and after what was typed at its piece', () => {
    expect(places('They asked. sign today. Much later.')).toEqual({ asked: [[0, 11]], flags: ['sign today'] });
    expect(places('They asked. Now sign today. Later.')).toEqual({ asked: [[0, 11]], flags: ['sign today'] });
  });
  it('drops a mark whose words were changed', () => {
    expect(places('They asked. sign some day. Later.').flags).toEqual([]);
    expect(places('We asked. sign today. Later.').asked).toEqual([]);
  });
  it('keeps nothing of an emptied note', () => {
    expect(places('')).toEqual({ asked: [], flags: [] });
  });
});

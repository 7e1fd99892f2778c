import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Checkbox } from './checkbox';
import { Choice } from './choice';
import { Select, TextArea, TextField } from './text-field';

afterEach(cleanup);

function Held() {
  const [value, setValue] = useState('');
  return <TextArea label="Why" value={value} onChange={setValue} />;
}

describe('a field', () => {
  it('is found by its label and tells its hint and its problem to a screen reader', () => {
    render(<TextField label="Client" hint="The organisation" problem="Say who it is." value="" onChange={() => {}} />);
    const field = screen.getByLabelText('Client');
    const described = (field.getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'The organisation',
      'Say who it is.',
    ]);
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });
  it('is not called wrong while nothing is wrong', () => {
    render(<TextArea label="Why" value="" onChange={() => {}} />);
    expect(screen.getByLabelText('Why').hasAttribute('aria-invalid')).toBe(false);
  });
  it('hands over every keystroke', async () => {
    render(<Held />);
    await userEvent.type(screen.getByLabelText('Why'), 'it costs');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Why').value).toBe('it costs');
  });
  it('offers a native list of choices', async () => {
    const chosen = vi.fn();
    render(
      <Select label="Side" value="a" onChange={chosen}>
        <option value="a">A</option>
        <option value="b">B</option>
      </Select>,
    );
    await userEvent.selectOptions(screen.getByLabelText('Side'), 'b');
    expect(chosen).toHaveBeenCalledWith('b');
  });
});

describe('a choice', () => {
  const options = [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
    { value: 'not-yet', label: 'Not yet' },
  ] as const;
  it('is a group named by its legend, with nothing chosen for the person', () => {
    render(<Choice legend="Decision" options={options} value={null} onChange={() => {}} look="cards" />);
    expect(screen.getByRole('group', { name: 'Decision' })).toBeTruthy();
    expect(screen.getAllByRole<HTMLInputElement>('radio').some((radio) => radio.checked)).toBe(false);
  });
  it('tells which one was chosen', async () => {
    const chosen = vi.fn();
    render(<Choice legend="Decision" options={options} value={null} onChange={chosen} />);
    await userEvent.click(screen.getByLabelText('No'));
    expect(chosen).toHaveBeenCalledWith('no');
  });
  it('gives its id to the radio that the Tab key reaches', () => {
    const { rerender } = render(<Choice legend="D" id="outcome" options={options} value={null} onChange={() => {}} />);
    expect(document.getElementById('outcome')).toBe(screen.getByLabelText('Yes'));
    rerender(
      <Choice legend="D" id="outcome" options={options} value="not-yet" onChange={() => {}} problem="Choose." />,
    );
    expect(document.getElementById('outcome')).toBe(screen.getByLabelText('Not yet'));
    expect(screen.getByText('Choose.')).toBeTruthy();
  });
});

it('ticks and unticks a checkbox', async () => {
  const ticked = vi.fn();
  render(<Checkbox label="They confirmed it" checked={false} onChange={ticked} />);
  await userEvent.click(screen.getByLabelText('They confirmed it'));
  expect(ticked).toHaveBeenCalledWith(true);
});

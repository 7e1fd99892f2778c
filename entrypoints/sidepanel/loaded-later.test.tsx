import { cleanup, render, screen } from '@testing-library/react';
import { Component, type ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { LoadedLater, type Part } from './loaded-later';

afterEach(cleanup);

function Note({ text }: { text: string }) {
  return <p>{text}</p>;
}

class Boundary extends Component<{ children: ReactNode }, { reason: string }> {
  override state = { reason: '' };
  static getDerivedStateFromError = (error: Error) => ({ reason: error.message });
  override render() {
    return this.state.reason || this.props.children;
  }
}

const show = (part: Part<{ text: string }>) =>
  render(
    <Boundary>
      <LoadedLater part={part} props={{ text: 'here' }} meanwhile="soon" />
    </Boundary>,
  );

it('holds the place until the code is there, then shows it', async () => {
  show({ load: async () => Note, here: null });
  expect(screen.getByText('soon')).toBeTruthy();
  expect(await screen.findByText('here')).toBeTruthy();
});

it('shows at once what was loaded before', () => {
  show({ load: async () => Note, here: Note });
  expect(screen.getByText('here')).toBeTruthy();
});

it('hands a failed load to the boundary', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
  show({ load: () => Promise.reject(new Error('the file is gone')), here: null });
  expect(await screen.findByText('the file is gone')).toBeTruthy();
  quiet.mockRestore();
});

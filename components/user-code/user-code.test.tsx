import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { UserCode } from './user-code';

afterEach(cleanup);

it.each(['ABCD2345', 'ABCD-2345', 'abcd2345'])('shows %s in two halves and reads it out letter by letter', (code) => {
  render(<UserCode code={code} />, { wrapper: EnglishTexts });
  expect(screen.getByRole('img', { name: 'Code A B C D 2 3 4 5' }).textContent).toBe('ABCD-2345');
});

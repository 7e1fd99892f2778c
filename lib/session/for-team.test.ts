import { describe, expect, it } from 'vitest';
import { aNote, aSession } from '@/test/fixtures';
import { teamUploadProblem } from './for-team';

describe('what is sent', () => {
  it('may be a megabyte', () => {
    const withText = (text: string) => aSession({ notes: [aNote({ text })] });
    expect(teamUploadProblem(withText('x'.repeat(900_000)))).toBeNull();
    expect(teamUploadProblem(withText('ü'.repeat(600_000)))).toBe('problemTooLarge');
  });
});

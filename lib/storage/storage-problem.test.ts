import { expect, it } from 'vitest';
import messages from '@/public/_locales/en/messages.json';
import { StorageError, storageProblemKeys } from './storage-problem';

it.each([
  [new DOMException('', 'QuotaExceededError'), 'full'],
  [new DOMException('', 'InvalidStateError'), 'closed'],
  [new DOMException('', 'VersionError'), 'newer'],
  [new DOMException('', 'AbortError'), 'unknown'],
  [new StorageError('blocked'), 'blocked'],
  ['odd', 'unknown'],
])('names the problem behind %s', (error, problem) => {
  expect(StorageError.from(error).problem).toBe(problem);
});

it('has a sentence for every problem', () => {
  for (const key of Object.values(storageProblemKeys)) expect(messages[key].message).toMatch(/\.$/);
});

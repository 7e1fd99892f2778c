/** Why the device did not store something. */
export type StorageProblem = 'full' | 'closed' | 'blocked' | 'newer' | 'unknown';

/** The sentence for each, in the messages file. */
export const storageProblemKeys = {
  full: 'storageFull',
  closed: 'storageClosed',
  blocked: 'storageBlocked',
  newer: 'storageNewer',
  unknown: 'storageUnknown',
} as const satisfies Record<StorageProblem, string>;

/** Names of DOMExceptions, as IndexedDB throws them. */
const problems: Record<string, StorageProblem> = {
  QuotaExceededError: 'full',
  InvalidStateError: 'closed',
  VersionError: 'newer',
};

/** What storage throws: one of the known problems, with the browser's own error as its cause. */
export class StorageError extends Error {
  constructor(
    readonly problem: StorageProblem,
    cause?: unknown,
  ) {
    super(`storage: ${problem}`, { cause });
    this.name = 'StorageError';
  }

  static from(error: unknown): StorageError {
    if (error instanceof StorageError) return error;
    const name = error instanceof Error || error instanceof DOMException ? error.name : '';
    return new StorageError(problems[name] ?? 'unknown', error);
  }
}

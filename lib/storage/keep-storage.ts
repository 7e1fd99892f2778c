/** Whether the browser may clear the device's storage by itself when space runs out. */
export type Keeping = 'kept' | 'may-be-cleared';

/** Asks the browser to keep what is stored. Asked again at every start, since the answer may change. */
export async function keepStorage(storage: Partial<StorageManager> | undefined = navigator.storage): Promise<Keeping> {
  try {
    return (await storage?.persisted?.()) || (await storage?.persist?.()) ? 'kept' : 'may-be-cleared';
  } catch {
    return 'may-be-cleared';
  }
}

/** Bytes used and still free, or null where the browser does not say. */
export async function storageRoom(
  storage: Partial<StorageManager> | undefined = navigator.storage,
): Promise<{ used: number; free: number } | null> {
  try {
    const { usage, quota } = (await storage?.estimate?.()) ?? {};
    return usage === undefined || quota === undefined ? null : { used: usage, free: Math.max(0, quota - usage) };
  } catch {
    return null;
  }
}

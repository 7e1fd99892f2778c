/** What windows of one device tell each other, over BroadcastChannel. */
export type StoreNews =
  | { kind: 'saved'; id: string; revision: number }
  | { kind: 'deleted'; id: string }
  /** Something was enqueued, delivered, refused or released. */
  | { kind: 'outbox' }
  /** Everything on the device was deleted. */
  | { kind: 'cleared' };

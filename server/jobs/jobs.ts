import type { Tx } from '../db/connect';

export type SessionStored = { teamId: string; sessionId: string; revision: number };

/** What routes may hand over to be done later: it is queued with the transaction or not at all. */
export type Jobs = { sessionStored(tx: Tx, job: SessionStored): Promise<void> };

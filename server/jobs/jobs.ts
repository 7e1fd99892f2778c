import type pg from 'pg';

export type SessionStored = { teamId: string; sessionId: string; revision: number };

/** What routes may hand over to be done later: the statement that queues it, for the transaction that it belongs to. */
export type Jobs = { sessionStored(job: SessionStored): Promise<pg.QueryConfig> };

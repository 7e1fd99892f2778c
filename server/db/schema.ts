import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import type { Category } from '@/lib/pitch/flag';
import type { Playbook, StageKind } from '@/lib/playbooks/playbook';
import type { SessionMeasures } from '@/lib/session/measures';
import type { Session } from '@/lib/session/session';
import { at, ofSession, onlyOwnTeam, teamId } from './team-table';

export * from './auth-schema';
export * from './calendar-schema';
export * from './client-schema';
export * from './crm-schema';
export * from './review-schema';
export * from './team-schema';

export const session = pgTable(
  'session',
  {
    teamId: teamId(),
    id: uuid('id').notNull(),
    expertId: text('expert_id').notNull(),
    /** As it was when the session came, for when the expert has left the team. */
    expertName: text('expert_name').notNull(),
    revision: integer('revision').notNull(),
    /** SHA-256 of the body as it was sent, so that a resend is seen. */
    bodyHash: text('body_hash').notNull(),
    client: text('client').notNull(),
    title: text('title').notNull(),
    startedAt: at('started_at').notNull(),
    finishedAt: at('finished_at').notNull(),
    playbookId: text('playbook_id').notNull(),
    playbookVersion: integer('playbook_version').notNull(),
    decisionReached: boolean('decision_reached').notNull(),
    document: jsonb('document').$type<Session>().notNull(),
    receivedAt: at('received_at').notNull(),
    /** From when on the leads may read it; until then it is the expert's own. */
    sharedFrom: at('shared_from').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    index('session_newest').on(table.teamId, table.startedAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index('session_expert').on(
      table.teamId,
      table.expertId,
      table.startedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index('session_playbook').on(
      table.teamId,
      table.playbookId,
      table.startedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index('session_client').on(
      table.teamId,
      table.client,
      table.startedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    onlyOwnTeam('session'),
  ],
);

/** One row a flag, for filters. The words stay in the document. */
export const sessionFlag = pgTable(
  'session_flag',
  {
    teamId: teamId(),
    sessionId: uuid('session_id').notNull(),
    flagId: uuid('flag_id').notNull(),
    category: text('category').$type<Category>().notNull(),
    sureness: real('sureness').notNull(),
    answer: text('answer').$type<'reworded' | 'kept' | 'disputed'>(),
    /** The kind of stage whose question it stands under; null for free notes. */
    stage: text('stage').$type<StageKind>(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.sessionId, table.flagId] }),
    index('session_flag_category').on(table.teamId, table.category, table.sessionId),
    ofSession('session_flag_session', table, session),
    onlyOwnTeam('session_flag'),
  ],
);

/** What the job makes of a stored session: counted once, so that lists and insights need not count again. No outcome is in it. */
export const sessionDigest = pgTable(
  'session_digest',
  {
    teamId: teamId(),
    sessionId: uuid('session_id').notNull(),
    revision: integer('revision').notNull(),
    flagsByCategory: jsonb('flags_by_category').$type<Partial<Record<Category, number>>>().notNull(),
    words: integer('words').notNull().default(0),
    measures: jsonb('measures').$type<SessionMeasures>(),
    /** The day on which both look again, of a "not yet". */
    lookAgainOn: date('look_again_on'),
    /** The last day of anything agreed; null where no day was. */
    calendarUntil: date('calendar_until'),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.sessionId] }),
    index('session_digest_calendar').on(table.teamId, table.calendarUntil).where(sql`calendar_until is not null`),
    ofSession('session_digest_session', table, session),
    onlyOwnTeam('session_digest'),
  ],
);

/** What happened to sessions, once a revision; others (review, CRM) follow it. It outlives a deleted session and holds no words. */
export const sessionEvent = pgTable(
  'session_event',
  {
    teamId: teamId(),
    sessionId: uuid('session_id').notNull(),
    revision: integer('revision').notNull(),
    kind: text('kind').$type<'stored' | 'deleted'>().notNull(),
    at: at('at').notNull(),
    processedAt: at('processed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.sessionId, table.revision, table.kind] }),
    onlyOwnTeam('session_event'),
  ],
);

/** A deleted session stays deleted when a late copy of it arrives. */
export const sessionTombstone = pgTable(
  'session_tombstone',
  {
    teamId: teamId(),
    sessionId: uuid('session_id').notNull(),
    expertId: text('expert_id').notNull(),
    deletedAt: at('deleted_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.sessionId] }), onlyOwnTeam('session_tombstone')],
);

export const playbook = pgTable(
  'playbook',
  {
    teamId: teamId(),
    id: text('id').notNull(),
    version: integer('version').notNull(),
    document: jsonb('document').$type<Playbook>().notNull(),
    writtenBy: text('written_by').notNull(),
    writtenAt: at('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.id, table.version] }), onlyOwnTeam('playbook')],
);

/** An invitation by link: only the SHA-256 of its secret is kept. */
export const invitation = pgTable(
  'invitation',
  {
    teamId: teamId(),
    id: uuid('id').notNull(),
    secretHash: text('secret_hash').notNull(),
    role: text('role').$type<'expert' | 'lead' | 'admin'>().notNull(),
    invitedBy: text('invited_by').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
    usedBy: text('used_by'),
    revokedAt: at('revoked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    uniqueIndex('invitation_secret').on(table.teamId, table.secretHash),
    onlyOwnTeam('invitation'),
  ],
);

/** Kept by rate-limiter-flexible, across teams: keys are hashes or ids, never addresses of people. */
export const rateLimit = pgTable('rate_limit', {
  key: varchar('key', { length: 255 }).primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
});

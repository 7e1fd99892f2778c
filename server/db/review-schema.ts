import { boolean, index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { CommentAnchor, CommentKind, Need, ProcessAnswers } from '@/lib/review/review';
import { session } from './schema';
import { at, ofSession, onlyOwnTeam, teamId } from './team-table';

/** Where a session stands with the leads, one row a session: what it needs, and what was done. Made by the job, kept by the actions. */
export const sessionReview = pgTable(
  'session_review',
  {
    teamId: teamId(),
    sessionId: uuid('session_id').notNull(),
    /** As the session has it, so that the queue reads one table. */
    startedAt: at('started_at').notNull(),
    /** How much it needs a look: the greater the sooner; 0 for nothing, or reviewed. */
    need: smallint('need').notNull().default(0),
    needs: jsonb('needs').$type<Need[]>().notNull().default([]),
    lookAskedAt: at('look_asked_at'),
    lookAskedFor: text('look_asked_for'),
    reviewedAt: at('reviewed_at'),
    reviewedBy: text('reviewed_by'),
    reviewedByName: text('reviewed_by_name'),
    /** The revision that was reviewed; a newer one is looked at anew. */
    reviewedRevision: integer('reviewed_revision'),
    talkAskedAt: at('talk_asked_at'),
    talkAskedByName: text('talk_asked_by_name'),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.sessionId] }),
    index('session_review_need').on(
      table.teamId,
      table.need.desc().nullsFirst(),
      table.startedAt.desc().nullsFirst(),
      table.sessionId.desc().nullsFirst(),
    ),
    ofSession('session_review_session', table, session),
    onlyOwnTeam('session_review'),
  ],
);

/** A comment of a lead's, or an answer of anyone's to one (`parentId`). */
export const reviewComment = pgTable(
  'review_comment',
  {
    teamId: teamId(),
    id: uuid('id').notNull(),
    sessionId: uuid('session_id').notNull(),
    parentId: uuid('parent_id'),
    authorId: text('author_id').notNull(),
    authorName: text('author_name').notNull(),
    kind: text('kind').$type<CommentKind>().notNull(),
    /** Null for the session as a whole. */
    anchor: jsonb('anchor').$type<CommentAnchor>(),
    text: text('text').notNull(),
    createdAt: at('created_at').notNull(),
    editedAt: at('edited_at'),
    acknowledgedAt: at('acknowledged_at'),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    index('review_comment_session').on(table.teamId, table.sessionId, table.createdAt),
    ofSession('review_comment_of_session', table, session),
    onlyOwnTeam('review_comment'),
  ],
);

/** What a lead thinks of a flag. */
export const flagVerdict = pgTable(
  'flag_verdict',
  {
    teamId: teamId(),
    sessionId: uuid('session_id').notNull(),
    flagId: uuid('flag_id').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    verdict: text('verdict').$type<'agree' | 'disagree'>().notNull(),
    reason: text('reason').notNull(),
    at: at('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.sessionId, table.flagId, table.byId] }),
    ofSession('flag_verdict_session', table, session),
    onlyOwnTeam('flag_verdict'),
  ],
);

/** How the deciding went, as someone saw it; no outcome is in it. */
export const processForm = pgTable(
  'process_form',
  {
    teamId: teamId(),
    sessionId: uuid('session_id').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    answers: jsonb('answers').$type<ProcessAnswers>().notNull(),
    at: at('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.sessionId, table.byId] }),
    ofSession('process_form_session', table, session),
    onlyOwnTeam('process_form'),
  ],
);

/** Who looked at someone else's session, and when; the expert sees it. */
export const sessionLook = pgTable(
  'session_look',
  {
    teamId: teamId(),
    sessionId: uuid('session_id').notNull(),
    viewerId: text('viewer_id').notNull(),
    viewerName: text('viewer_name').notNull(),
    firstAt: at('first_at').notNull(),
    lastAt: at('last_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.sessionId, table.viewerId] }),
    ofSession('session_look_session', table, session),
    onlyOwnTeam('session_look'),
  ],
);

/** Filters of the queue under a name: the query of its address. */
export const savedView = pgTable(
  'saved_view',
  {
    teamId: teamId(),
    id: uuid('id').notNull(),
    ownerId: text('owner_id').notNull(),
    name: text('name').notNull(),
    search: text('search').notNull(),
    /** Whether every lead of the team sees it. */
    shared: boolean('shared').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.id] }), onlyOwnTeam('saved_view')],
);

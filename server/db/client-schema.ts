import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { RecordDocument, ResponseKind } from '@/lib/record/record';
import type { AnsweredQuestion } from '@/lib/self-check/answers-text';
import type { Answers, ClosingId, SelfCheck } from '@/lib/self-check/self-check';
import { session } from './schema';
import { at, ofSession, onlyOwnTeam, teamId } from './team-table';

/** The versions of a team's self-checks; one that was published never changes. */
export const selfCheck = pgTable(
  'self_check',
  {
    teamId: teamId(),
    id: text('id').notNull(),
    version: integer('version').notNull(),
    document: jsonb('document').$type<SelfCheck>().notNull(),
    publishedBy: text('published_by').notNull(),
    publishedByName: text('published_by_name').notNull(),
    publishedAt: at('published_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.id, table.version] }), onlyOwnTeam('self_check')],
);

/** A private address for people without an account. Only the SHA-256 of its secret is kept. */
export const clientLink = pgTable(
  'client_link',
  {
    teamId: teamId(),
    id: uuid('id').notNull(),
    /** `self-check` to begin one, `sent` for what a client sent, `record` for the decision of a session. */
    kind: text('kind').$type<'self-check' | 'sent' | 'record'>().notNull(),
    secretHash: text('secret_hash').notNull(),
    /** Of a link to a self-check: its newest version counts. */
    selfCheckId: text('self_check_id'),
    /** Whom it was made for; empty for one that stands on the team's site. */
    forName: text('for_name').notNull().default(''),
    forEmail: text('for_email').notNull().default(''),
    /** Instants that are offered for a talk. */
    times: jsonb('times').$type<string[]>().notNull().default([]),
    /** Of a link to a record. */
    sessionId: uuid('session_id'),
    /** Of a link to what was sent. */
    checkId: uuid('check_id'),
    madeBy: text('made_by').notNull(),
    madeByName: text('made_by_name').notNull(),
    madeAt: at('made_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
    /** When the questions about the talk were answered, so that each link is asked once; not with what. */
    askedAt: at('asked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    index('client_link_session').on(table.teamId, table.sessionId),
    uniqueIndex('client_link_secret').on(table.teamId, table.secretHash),
    ofSession('client_link_of_session', table, session),
    onlyOwnTeam('client_link'),
  ],
);

/** A self-check that a client brought to its end and let the team know of. */
export const sentCheck = pgTable(
  'sent_check',
  {
    teamId: teamId(),
    id: uuid('id').notNull(),
    linkId: uuid('link_id').notNull(),
    selfCheckId: text('self_check_id').notNull(),
    selfCheckVersion: integer('self_check_version').notNull(),
    language: text('language').notNull(),
    /** `talk` was asked for, or the client `ended` it there: that is an answer too. */
    wish: text('wish').$type<'talk' | 'ended'>().notNull(),
    closing: text('closing').$type<ClosingId>().notNull(),
    /** Empty where the client did not share them. */
    answers: jsonb('answers').$type<Answers>().notNull(),
    /** As they read when they were sent. */
    answered: jsonb('answered').$type<AnsweredQuestion[]>().notNull(),
    organisation: text('organisation').notNull(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    /** One of the times that were offered, or empty. */
    time: text('time').notNull(),
    message: text('message').notNull(),
    sentAt: at('sent_at').notNull(),
    /** Who took it into a session, and which. */
    takenBy: text('taken_by'),
    takenByName: text('taken_by_name'),
    sessionId: uuid('session_id'),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    index('sent_check_newest').on(table.teamId, table.sentAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    onlyOwnTeam('sent_check'),
  ],
);

/** Every version of a decision record; the highest is the one that counts. */
export const decisionRecord = pgTable(
  'decision_record',
  {
    teamId: teamId(),
    sessionId: uuid('session_id').notNull(),
    version: integer('version').notNull(),
    document: jsonb('document').$type<RecordDocument>().notNull(),
    /** The revision of the session that it was made of. */
    revision: integer('revision').notNull(),
    /** Why there is this version: the expert shared it, or took a correction. */
    madeOf: text('made_of').$type<'session' | 'correction'>().notNull(),
    madeBy: text('made_by').notNull(),
    madeByName: text('made_by_name').notNull(),
    madeAt: at('made_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.sessionId, table.version] }),
    ofSession('decision_record_session', table, session),
    onlyOwnTeam('decision_record'),
  ],
);

/** What the client said to a version, and what the expert answered. */
export const recordResponse = pgTable(
  'record_response',
  {
    teamId: teamId(),
    id: uuid('id').notNull(),
    sessionId: uuid('session_id').notNull(),
    version: integer('version').notNull(),
    kind: text('kind').$type<ResponseKind>().notNull(),
    /** Id of the part that a correction is for; empty otherwise. */
    part: text('part').notNull(),
    text: text('text').notNull(),
    /** Who of the client says it, as they wrote it; may be empty. */
    name: text('name').notNull(),
    saidAt: at('said_at').notNull(),
    answer: text('answer').$type<'accepted' | 'answered'>(),
    answerText: text('answer_text').notNull().default(''),
    answeredByName: text('answered_by_name'),
    answeredAt: at('answered_at'),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    index('record_response_session').on(table.teamId, table.sessionId, table.saidAt),
    ofSession('record_response_of_session', table, session),
    onlyOwnTeam('record_response'),
  ],
);

/** Answers to the questions about a talk. Nothing in a row says whose they are, of which session, or on which day. */
export const talkAnswer = pgTable(
  'talk_answer',
  {
    teamId: teamId(),
    id: uuid('id').notNull(),
    /** First day of the month. */
    month: date('month').notNull(),
    understood: smallint('understood'),
    heard: smallint('heard'),
    shaped: smallint('shaped'),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    index('talk_answer_month').on(table.teamId, table.month),
    onlyOwnTeam('talk_answer'),
  ],
);

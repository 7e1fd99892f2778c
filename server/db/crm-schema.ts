import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { DeliveryState } from '@/lib/crm/session-crm';
import type { Account, Caps, Link, Match, Settings } from '../crm/connector';
import type { Mapping } from '../crm/mapping/mapping';
import { at, onlyOwnTeam, teamId } from './team-table';

/** A CRM account that the notes of a team go to. */
export const crmConnection = pgTable(
  'crm_connection',
  {
    teamId: teamId(),
    id: uuid('id').notNull(),
    /** The id of a definition in server/crm. */
    crm: text('crm').notNull(),
    name: text('name').notNull(),
    settings: jsonb('settings').$type<Settings>().notNull(),
    /** Encrypted; null while consent is awaited and after it was taken back. */
    secret: text('secret'),
    /** As the last check found it, with what the vendor can do for it. */
    account: jsonb('account').$type<Account & { caps?: Caps }>(),
    mapping: jsonb('mapping').$type<Mapping>().notNull(),
    /** `waiting` for consent, `on`, `paused` by a person, `attention` when only a person can mend it. */
    state: text('state').$type<'waiting' | 'on' | 'paused' | 'attention'>().notNull(),
    /** Why it needs attention: a code, never the vendor's words. */
    problem: text('problem'),
    /** Sessions finished before this stay out, unless someone asks for them. */
    sendFrom: at('send_from').notNull(),
    createdBy: text('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    createdAt: at('created_at').notNull(),
    checkedAt: at('checked_at'),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.id] }), onlyOwnTeam('crm_connection')],
);

/** The ledger: one row for each thing that is to stand at one account, for ever the same row. It outlives a deleted session and holds no words of it. */
export const crmDelivery = pgTable(
  'crm_delivery',
  {
    teamId: teamId(),
    connectionId: uuid('connection_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    /** `note`, `fields`, or `step:` and the id of a next step. */
    kind: text('kind').notNull(),
    wanted: text('wanted').$type<'present' | 'absent'>().notNull(),
    /** The revision of the session that is to be there. */
    wantedRevision: integer('wanted_revision').notNull(),
    state: text('state').$type<DeliveryState>().notNull(),
    /** Why a person is needed, or why it was last put off: a code. */
    problem: text('problem'),
    remoteId: text('remote_id'),
    remoteUrl: text('remote_url'),
    sentRevision: integer('sent_revision'),
    /** SHA-256 of what was last written there. */
    sentHash: text('sent_hash'),
    /** Where it was linked when it was last sent, so that it can be looked for there. */
    links: jsonb('links').$type<Link[]>().notNull().default([]),
    /** What a person may choose among. */
    candidates: jsonb('candidates').$type<Match[]>().notNull().default([]),
    /** What was cut off of it, to be said to people. */
    shortened: boolean('shortened').notNull().default(false),
    /** Rises with every try and never falls: an outcome counts only for the try that it is of. */
    attempts: integer('attempts').notNull().default(0),
    /** Tries in a row that failed. */
    failures: integer('failures').notNull().default(0),
    /** It may stand there without our knowing where: only looking for it ends that. */
    inDoubt: boolean('in_doubt').notNull().default(false),
    firstTriedAt: at('first_tried_at'),
    sentAt: at('sent_at'),
    nextAt: at('next_at').notNull(),
    deliveredAt: at('delivered_at'),
    changedAt: at('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.connectionId, table.sessionId, table.kind] }),
    index('crm_delivery_due')
      .on(table.teamId, table.connectionId, table.nextAt)
      .where(sql`state in ('waiting', 'sending', 'doubt')`),
    index('crm_delivery_session').on(table.teamId, table.sessionId),
    index('crm_delivery_newest').on(table.teamId, table.connectionId, table.changedAt.desc().nullsFirst()),
    onlyOwnTeam('crm_delivery'),
  ],
);

/** Which record is meant, as a person chose it: by an e-mail, a domain, or for one session. */
export const crmMatch = pgTable(
  'crm_match',
  {
    teamId: teamId(),
    connectionId: uuid('connection_id').notNull(),
    /** `email:…`, `domain:…` or `session:…`. */
    key: text('key').notNull(),
    /** Null: none is meant, the note stays here. */
    link: jsonb('link').$type<Match | null>(),
    chosenBy: text('chosen_by').notNull(),
    chosenByName: text('chosen_by_name').notNull(),
    chosenAt: at('chosen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.connectionId, table.key] }), onlyOwnTeam('crm_match')],
);

/** A consent that was asked for at a vendor and has not come back yet. */
export const crmConsent = pgTable(
  'crm_consent',
  {
    teamId: teamId(),
    /** SHA-256 of the state that goes along. */
    stateHash: text('state_hash').notNull(),
    connectionId: uuid('connection_id').notNull(),
    /** Who asked; nobody else's coming back counts. */
    askedBy: text('asked_by').notNull(),
    /** Encrypted. */
    verifier: text('verifier').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.stateHash] }), onlyOwnTeam('crm_consent')],
);

/** Which process sends to an account at the moment, and what the account made it wait for. Also seen by the senders, who see no words. */
export const crmLane = pgTable(
  'crm_lane',
  {
    teamId: teamId(),
    connectionId: uuid('connection_id').notNull(),
    leasedBy: text('leased_by'),
    /** By the clock of the database. */
    leasedUntil: at('leased_until'),
    notBefore: at('not_before'),
    /** One after the other, across all that is sent there. */
    failures: integer('failures').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.connectionId] }),
    onlyOwnTeam('crm_lane'),
    pgPolicy('crm_lane_of_senders', { for: 'all', to: 'eitherway_sender', using: sql`true`, withCheck: sql`true` }),
  ],
);

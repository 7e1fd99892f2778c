import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Sensitivity } from '@/lib/pitch/flag';
import type { TeamRule } from '@/lib/pitch/team-rule';
import type { Playbook } from '@/lib/playbooks/playbook';
import { at, onlyOwnTeam, teamId } from './team-table';

/** What a team has set; a team without a row has the defaults. */
export const teamSettings = pgTable(
  'team_settings',
  {
    teamId: teamId(),
    /** Hours after the finish until the leads may read a session. */
    shareAfterHours: integer('share_after_hours').notNull().default(24),
    /** Sessions older than this are deleted by a job; null keeps them. */
    retentionMonths: integer('retention_months'),
    /** No session is deleted for its age before this: seven days after the time was set or shortened. */
    retentionFrom: at('retention_from'),
    sensitivity: text('sensitivity').$type<Sensitivity>(),
    /** Words that are never an agenda here: names of products and clients. */
    neverFlagged: jsonb('never_flagged').$type<string[]>().notNull().default([]),
    requireTwoFactor: boolean('require_two_factor').notNull().default(false),
    updatedAt: at('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId] }), onlyOwnTeam('team_settings')],
);

/** A rule of the team's own. A version never changes; the newest published one counts. */
export const teamRule = pgTable(
  'team_rule',
  {
    teamId: teamId(),
    id: uuid('id').notNull(),
    version: integer('version').notNull(),
    document: jsonb('document').$type<TeamRule>().notNull(),
    status: text('status').$type<'draft' | 'published' | 'retired'>().notNull(),
    writtenBy: text('written_by').notNull(),
    writtenAt: at('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.id, table.version] }), onlyOwnTeam('team_rule')],
);

/** A playbook as it is being edited; publishing makes a version of it. */
export const playbookDraft = pgTable(
  'playbook_draft',
  {
    teamId: teamId(),
    id: text('id').notNull(),
    document: jsonb('document').$type<Playbook>().notNull(),
    /** Rises with every saved change, so that two editors do not overwrite each other. */
    revision: integer('revision').notNull(),
    writtenBy: text('written_by').notNull(),
    writtenByName: text('written_by_name').notNull(),
    writtenAt: at('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.id] }), onlyOwnTeam('playbook_draft')],
);

/** Who did and saw what. It holds no words of notes. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    teamId: teamId(),
    id: uuid('id').notNull(),
    at: at('at').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    /** As `AuditAction` in server/audit names it. */
    action: text('action').notNull(),
    /** What it was done to, by id; empty for the team itself. */
    target: text('target').notNull(),
    details: jsonb('details').$type<Record<string, string | number | boolean>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    index('audit_entry_newest').on(table.teamId, table.at.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index('audit_entry_action').on(
      table.teamId,
      table.action,
      table.at.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    onlyOwnTeam('audit_entry'),
  ],
);

import { foreignKey, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { member } from './auth-schema';
import { at, onlyOwnTeam, teamId } from './team-table';

/** A member's own address of a calendar feed, at most one a team. Only the SHA-256 of its secret is kept. */
export const calendarFeed = pgTable(
  'calendar_feed',
  {
    teamId: teamId(),
    userId: text('user_id').notNull(),
    secretHash: text('secret_hash').notNull(),
    madeAt: at('made_at').notNull(),
    /** When a calendar last read it, to the hour; null before its first time. */
    readAt: at('read_at'),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.userId] }),
    uniqueIndex('calendar_feed_secret').on(table.teamId, table.secretHash),
    foreignKey({
      name: 'calendar_feed_member',
      columns: [table.teamId, table.userId],
      foreignColumns: [member.organizationId, member.userId],
    }).onDelete('cascade'),
    onlyOwnTeam('calendar_feed'),
  ],
);

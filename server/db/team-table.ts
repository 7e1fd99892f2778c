import { sql } from 'drizzle-orm';
import { type AnyPgColumn, foreignKey, pgPolicy, text, timestamp } from 'drizzle-orm/pg-core';
import { organization } from './auth-schema';

export const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Every table of a team: its key begins with the team, and the database shows a transaction only the rows of its team. */
export const teamId = () =>
  text('team_id')
    .notNull()
    .references(() => organization.id, { onDelete: 'cascade' });

export const onlyOwnTeam = (table: string) =>
  pgPolicy(`${table}_of_team`, {
    for: 'all',
    using: sql`team_id = current_setting('app.team', true)`,
    withCheck: sql`team_id = current_setting('app.team', true)`,
  });

/** A row that goes with its session. */
export const ofSession = (
  name: string,
  table: { teamId: AnyPgColumn; sessionId: AnyPgColumn },
  session: { teamId: AnyPgColumn; id: AnyPgColumn },
) =>
  foreignKey({
    name,
    columns: [table.teamId, table.sessionId],
    foreignColumns: [session.teamId, session.id],
  }).onDelete('cascade');

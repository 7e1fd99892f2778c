import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { Id, Instant } from '@/lib/session/note';
import type { Db } from '../db/connect';
import { auditEntry, user } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import { filterMark, readCursor, writeCursor } from '../sessions/cursor';
import { AuditAction } from './audit';

const Moment = z.union([Instant, z.iso.date()]);

export const AuditFilters = z.object({
  action: z.optional(AuditAction),
  person: z.optional(z.string().check(z.maxLength(64))),
  from: z.optional(Moment),
  to: z.optional(Moment),
});
export type AuditFilters = z.infer<typeof AuditFilters>;
export const AuditQuery = z.extend(AuditFilters, { cursor: z.optional(z.string().check(z.maxLength(500))) });

export const AuditLine = z.object({
  id: Id,
  at: Instant,
  actor: z.object({ id: z.string(), name: z.string() }),
  action: z.string(),
  target: z.string(),
  /** The name of the person it was done to, while they have an account in this team. */
  targetName: z.nullable(z.string()),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type AuditLine = z.infer<typeof AuditLine>;
export const AuditPage = z.object({ entries: z.array(AuditLine), nextCursor: z.nullable(z.string()) });
export type AuditPage = z.infer<typeof AuditPage>;

/** One page of who did and saw what, newest first. */
export async function readAudit(
  db: Db,
  teamId: string,
  { cursor, ...filters }: AuditFilters & { cursor?: string | undefined },
  size = 50,
): Promise<AuditPage> {
  const mark = filterMark({ ...filters, of: `audit ${teamId}` });
  const last = cursor === undefined ? null : readCursor(cursor, mark);
  const rows = await asTeam(db, teamId, (tx) =>
    tx
      .select({ entry: auditEntry, targetName: user.name })
      .from(auditEntry)
      .leftJoin(user, eq(user.id, auditEntry.target))
      .where(
        and(
          eq(auditEntry.teamId, teamId),
          filters.action && eq(auditEntry.action, filters.action),
          filters.person === undefined ? undefined : eq(auditEntry.actorId, filters.person),
          filters.from ? gte(auditEntry.at, new Date(filters.from)) : undefined,
          filters.to ? lt(auditEntry.at, new Date(filters.to)) : undefined,
          last
            ? sql`(${auditEntry.at}, ${auditEntry.id}) < (${last.startedAt.toISOString()}::timestamptz, ${last.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(auditEntry.at), desc(auditEntry.id))
      .limit(size + 1),
  );
  const shown = rows.slice(0, size);
  const end = rows.length > size ? shown.at(-1)?.entry : undefined;
  return {
    entries: shown.map(({ entry, targetName }) => ({
      id: entry.id,
      at: entry.at.toISOString(),
      actor: { id: entry.actorId, name: entry.actorName },
      action: entry.action,
      target: entry.target,
      targetName,
      details: entry.details,
    })),
    nextCursor: end ? writeCursor({ startedAt: end.at, id: end.id, need: 0 }, mark) : null,
  };
}

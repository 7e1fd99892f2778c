import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { Sensitivity } from '@/lib/pitch/flag';
import { Instant } from '@/lib/session/note';
import type { Tx } from '../db/connect';
import { organization, teamSettings } from '../db/schema';
import { enterTeam, leaveTeam } from '../db/team-transaction';

export const DEFAULT_SHARE_AFTER_HOURS = 24;

/** What a team sets for all of its members. */
export const TeamSettings = z.object({
  /** Hours after the finish until the leads may read a session; 0 for at once, at most 30 days. */
  shareAfterHours: z.int().check(z.minimum(0), z.maximum(720)),
  /** Sessions that began longer ago are deleted; null keeps them. */
  retentionMonths: z.nullable(z.int().check(z.minimum(1), z.maximum(120))),
  /** What panels begin with; null leaves it to the panel. */
  sensitivity: z.nullable(Sensitivity),
  /** Words that are never an agenda here: names of products and clients. */
  neverFlagged: z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))).check(z.maxLength(500)),
  requireTwoFactor: z.boolean(),
});
export type TeamSettings = z.infer<typeof TeamSettings>;

/** As it is kept: with the moment before which no session is deleted for its age. */
export const KeptSettings = z.extend(TeamSettings, { retentionFrom: z.nullable(Instant) });
export type KeptSettings = z.infer<typeof KeptSettings>;

/** What is set to be deleted can be kept for so long, should someone have mistyped. */
const GRACE_MS = 7 * 86_400_000;

const DEFAULTS: KeptSettings = {
  shareAfterHours: DEFAULT_SHARE_AFTER_HOURS,
  retentionMonths: null,
  sensitivity: null,
  neverFlagged: [],
  requireTwoFactor: false,
  retentionFrom: null,
};

export async function readSettings(tx: Tx, teamId: string): Promise<KeptSettings> {
  const [row] = await tx.select().from(teamSettings).where(eq(teamSettings.teamId, teamId));
  if (!row) return DEFAULTS;
  const { shareAfterHours, retentionMonths, sensitivity, neverFlagged, requireTwoFactor } = row;
  const retentionFrom = row.retentionFrom?.toISOString() ?? null;
  return { shareAfterHours, retentionMonths, sensitivity, neverFlagged, requireTwoFactor, retentionFrom };
}

export async function writeSettings(
  tx: Tx,
  teamId: string,
  change: Partial<TeamSettings>,
  now: Date,
): Promise<KeptSettings> {
  const before = await readSettings(tx, teamId);
  const next = { ...before, ...change };
  next.retentionFrom = retentionFrom(before, next, now);
  const row = { ...next, retentionFrom: next.retentionFrom ? new Date(next.retentionFrom) : null, updatedAt: now };
  await tx
    .insert(teamSettings)
    .values({ teamId, ...row })
    .onConflictDoUpdate({ target: teamSettings.teamId, set: row });
  if (next.requireTwoFactor !== before.requireTwoFactor) await mirror(tx, teamId, next);
  return next;
}

/** Every request of a member asks for it, so it lies beside the membership too, where the team's role cannot write. */
async function mirror(tx: Tx, teamId: string, { requireTwoFactor }: TeamSettings): Promise<void> {
  await leaveTeam(tx);
  await tx.update(organization).set({ requireTwoFactor }).where(eq(organization.id, teamId));
  await enterTeam(tx, teamId);
}

/** A time that is set or shortened counts seven days later; one that is lengthened, at once. */
function retentionFrom(before: KeptSettings, next: KeptSettings, now: Date): string | null {
  if (next.retentionMonths === null) return null;
  const isShorter = before.retentionMonths === null || next.retentionMonths < before.retentionMonths;
  return isShorter ? new Date(now.getTime() + GRACE_MS).toISOString() : before.retentionFrom;
}

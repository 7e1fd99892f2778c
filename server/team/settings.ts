import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { Sensitivity } from '@/lib/pitch/flag';
import type { Tx } from '../db/connect';
import { teamSettings } from '../db/schema';

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

const DEFAULTS: TeamSettings = {
  shareAfterHours: DEFAULT_SHARE_AFTER_HOURS,
  retentionMonths: null,
  sensitivity: null,
  neverFlagged: [],
  requireTwoFactor: false,
};

export async function readSettings(tx: Tx, teamId: string): Promise<TeamSettings> {
  const [row] = await tx.select().from(teamSettings).where(eq(teamSettings.teamId, teamId));
  if (!row) return DEFAULTS;
  const { shareAfterHours, retentionMonths, sensitivity, neverFlagged, requireTwoFactor } = row;
  return { shareAfterHours, retentionMonths, sensitivity, neverFlagged, requireTwoFactor };
}

export async function writeSettings(
  tx: Tx,
  teamId: string,
  change: Partial<TeamSettings>,
  now: Date,
): Promise<TeamSettings> {
  const next = { ...(await readSettings(tx, teamId)), ...change };
  const row = { ...next, updatedAt: now };
  await tx
    .insert(teamSettings)
    .values({ teamId, ...row })
    .onConflictDoUpdate({ target: teamSettings.teamId, set: row });
  return next;
}

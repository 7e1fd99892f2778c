import { and, desc, eq } from 'drizzle-orm';
import type { SelfCheck } from '@/lib/self-check/self-check';
import { shippedSelfChecks } from '@/lib/self-check/shipped';
import type { Tx } from '../../db/connect';
import { selfCheck } from '../../db/schema';

/** A self-check in one version, or in its newest when there is no such version: the team's own, else one that ships. */
export async function findCheck(tx: Tx, teamId: string, id: string, version = 0): Promise<SelfCheck | null> {
  const rows = await tx
    .select({ document: selfCheck.document })
    .from(selfCheck)
    .where(and(eq(selfCheck.teamId, teamId), eq(selfCheck.id, id)))
    .orderBy(desc(selfCheck.version));
  const all = [...rows.map(({ document }) => document), ...shippedSelfChecks.filter((one) => one.id === id)];
  return all.find((one) => one.version === version) ?? all[0] ?? null;
}

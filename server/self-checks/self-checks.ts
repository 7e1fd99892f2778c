import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq } from 'drizzle-orm';
import { languagesOf } from '@/lib/self-check/in-language';
import { selfCheckProblems } from '@/lib/self-check/problems';
import type { SelfCheck } from '@/lib/self-check/self-check';
import { shippedSelfChecks } from '@/lib/self-check/shipped';
import type { Tx } from '../db/connect';
import { selfCheck } from '../db/schema';
import type { Member } from '../deps';
import { Problem } from '../errors';
import type { SelfCheckHead } from './wire';

/** The newest version of every self-check of a team, and of those that ship. */
export async function listSelfChecks(tx: Tx, teamId: string): Promise<SelfCheckHead[]> {
  const rows = await tx
    .select()
    .from(selfCheck)
    .where(eq(selfCheck.teamId, teamId))
    .orderBy(asc(selfCheck.id), asc(selfCheck.version));
  const newest = new Map<string, SelfCheckHead>(shippedSelfChecks.map((one) => [one.id, headOf(one, null)]));
  for (const { id, document, publishedAt } of rows) newest.set(id, headOf(document, publishedAt));
  return [...newest.values()];
}

/** One version, of the team's own or of those that ship. */
export async function readSelfCheck(tx: Tx, teamId: string, id: string, version: number): Promise<SelfCheck> {
  const itself = and(eq(selfCheck.teamId, teamId), eq(selfCheck.id, id), eq(selfCheck.version, version));
  const [row] = await tx.select().from(selfCheck).where(itself);
  const found = row?.document ?? shippedSelfChecks.find((one) => one.id === id && one.version === version);
  if (!found) throw new Problem('not-found');
  return found;
}

/** Publishes the next version. One that was published stays as it is: the same once more is harmless, another one refused. */
export async function publishSelfCheck(tx: Tx, member: Member, document: SelfCheck, now: Date): Promise<SelfCheckHead> {
  const issues = selfCheckProblems(document).map(({ at, key }) => ({ path: at, message: key }));
  if (issues.length > 0) throw new Problem('wrong-form', { issues });
  const { id, version } = document;
  const there = (await listSelfChecks(tx, member.team.id)).find((head) => head.id === id)?.version ?? 0;
  if (version <= there) {
    const stored = await readSelfCheck(tx, member.team.id, id, version);
    if (isDeepStrictEqual(stored, document)) return headOf(document, now);
    throw new Problem('already-there', { version: there });
  }
  if (version !== there + 1)
    throw new Problem('wrong-form', { issues: [{ path: 'version', message: `${there + 1} is the next` }] });
  const [made] = await tx
    .insert(selfCheck)
    .values({
      teamId: member.team.id,
      id,
      version,
      document,
      publishedBy: member.user.id,
      publishedByName: member.user.name,
      publishedAt: now,
    })
    .onConflictDoNothing()
    .returning();
  if (!made) throw new Problem('already-there', { version });
  return headOf(document, now);
}

function headOf(check: SelfCheck, publishedAt: Date | null): SelfCheckHead {
  const { id, version, title, language } = check;
  const from = publishedAt ? 'team' : 'eitherway';
  return {
    id,
    version,
    title,
    language,
    languages: languagesOf(check),
    from,
    publishedAt: publishedAt?.toISOString() ?? null,
  };
}

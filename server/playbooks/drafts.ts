import { and, asc, eq } from 'drizzle-orm';
import type { PlaybookDraft } from '@/lib/playbooks/draft';
import type { Playbook } from '@/lib/playbooks/playbook';
import type { Tx } from '../db/connect';
import { playbookDraft } from '../db/schema';
import type { Member } from '../deps';
import { Problem } from '../errors';
import type { StoredDraft } from './wire';

type Row = typeof playbookDraft.$inferSelect;

/** As many drafts as a team may have at once. */
const MOST_DRAFTS = 100;

const itself = (teamId: string, id: string) => and(eq(playbookDraft.teamId, teamId), eq(playbookDraft.id, id));

export async function listDrafts(tx: Tx, teamId: string) {
  const rows = await tx
    .select()
    .from(playbookDraft)
    .where(eq(playbookDraft.teamId, teamId))
    .orderBy(asc(playbookDraft.id));
  return rows.map((row) => {
    const { document: _, ...head } = stored(row);
    return head;
  });
}

export async function readDraft(tx: Tx, teamId: string, id: string): Promise<StoredDraft> {
  const [row] = await tx.select().from(playbookDraft).where(itself(teamId, id));
  if (!row) throw new Problem('not-found');
  return stored(row);
}

/** Keeps a draft. Refuses when another one is there than the one that was read, and says whose. */
export async function saveDraft(
  tx: Tx,
  member: Member,
  document: PlaybookDraft,
  seen: number,
  now: Date,
): Promise<StoredDraft> {
  const teamId = member.team.id;
  const { id } = document;
  const [before] = await tx.select().from(playbookDraft).where(itself(teamId, id)).for('update');
  if (
    before &&
    before.revision === seen + 1 &&
    sameContent(before.document, document) &&
    before.writtenBy === member.user.id
  )
    return stored(before);
  if ((before?.revision ?? 0) !== seen) throw changed(before);
  if (!before && (await listDrafts(tx, teamId)).length >= MOST_DRAFTS)
    throw new Problem('wrong-form', { detail: `A team has at most ${MOST_DRAFTS} drafts at once.` });
  const written = {
    // What is missing in it is looked at when it is published.
    document: document as Playbook,
    revision: seen + 1,
    writtenBy: member.user.id,
    writtenByName: member.user.name,
    writtenAt: now,
  };
  const [row] = before
    ? await tx.update(playbookDraft).set(written).where(itself(teamId, id)).returning()
    : await tx
        .insert(playbookDraft)
        .values({ teamId, id, ...written })
        .onConflictDoNothing()
        .returning();
  if (!row) throw changed(undefined);
  return stored(row);
}

/** Drops the draft that was seen; another one stays. */
export async function dropDraft(tx: Tx, teamId: string, id: string, seen: number): Promise<void> {
  const [before] = await tx.select().from(playbookDraft).where(itself(teamId, id)).for('update');
  if (!before) throw new Problem('not-found');
  if (before.revision !== seen) throw changed(before);
  await tx.delete(playbookDraft).where(itself(teamId, id));
}

function changed(by: Row | undefined): Problem {
  return new Problem('draft-changed', {
    ...(by && { detail: `${by.writtenByName} changed this draft in the meantime.`, revision: by.revision }),
  });
}

/** The database gives the fields back in an order of its own. */
function sameContent(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, ordered(part)]);
}

function stored({ id, document, revision, writtenByName, writtenAt }: Row): StoredDraft {
  const { version, title } = document;
  return { id, version, title, document, revision, writtenByName, writtenAt: writtenAt.toISOString() };
}

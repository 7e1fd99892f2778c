import { and, asc, count, eq, or, sql } from 'drizzle-orm';
import type { Tx } from '../db/connect';
import { savedView } from '../db/schema';
import type { Member } from '../deps';
import { Problem } from '../errors';
import type { NewView, View, ViewChange } from './wire';

/** A person keeps no more. */
export const MOST_VIEWS = 50;

/** One's own views, and for leads and admins those that others of the team share. */
export async function listViews(tx: Tx, { team, user }: Member): Promise<View[]> {
  const own = eq(savedView.ownerId, user.id);
  const rows = await tx
    .select()
    .from(savedView)
    .where(and(eq(savedView.teamId, team.id), team.role === 'expert' ? own : or(own, eq(savedView.shared, true))))
    .orderBy(asc(sql`lower(${savedView.name})`), asc(savedView.id));
  return rows.map(({ id, name, search, shared, ownerId, createdAt }) => ({
    ...{ id, name, search, shared },
    isOwn: ownerId === user.id,
    createdAt: createdAt.toISOString(),
  }));
}

/** Keeps a view; sent again it stays one. */
export async function addView(tx: Tx, who: Member, sent: NewView, now: Date): Promise<'first' | 'already'> {
  const { team, user } = who;
  mayShare(who, sent.shared);
  // One at a time a person, so that two at once do not pass the limit together.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`views/${team.id}/${user.id}`}, 0))`);
  const [stored] = await tx.select().from(savedView).where(ofId(who, sent.id));
  if (stored) {
    const isSame = (['name', 'search', 'shared'] as const).every((field) => stored[field] === sent[field]);
    if (stored.ownerId !== user.id || !isSame) throw new Problem('already-there');
    return 'already';
  }
  const mine = and(eq(savedView.teamId, team.id), eq(savedView.ownerId, user.id));
  const [kept] = await tx.select({ n: count() }).from(savedView).where(mine);
  if ((kept?.n ?? 0) >= MOST_VIEWS) throw new Problem('too-many-views');
  const added = await tx
    .insert(savedView)
    .values({ ...sent, teamId: team.id, ownerId: user.id, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: savedView.id });
  if (added.length === 0) throw new Problem('already-there');
  return 'first';
}

export async function changeView(tx: Tx, who: Member, id: string, change: ViewChange): Promise<void> {
  mayShare(who, change.shared ?? false);
  await ownView(tx, who, id);
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(set).length > 0) await tx.update(savedView).set(set).where(ofId(who, id));
}

export async function deleteView(tx: Tx, who: Member, id: string): Promise<void> {
  await ownView(tx, who, id);
  await tx.delete(savedView).where(ofId(who, id));
}

/** Someone else's is as if it were not there, unless the member sees it in their list. */
async function ownView(tx: Tx, who: Member, id: string): Promise<void> {
  const [found] = await tx.select().from(savedView).where(ofId(who, id)).for('update');
  if (found?.ownerId === who.user.id) return;
  throw new Problem(found?.shared && who.team.role !== 'expert' ? 'forbidden' : 'not-found');
}

/** What is shared, leads see; so only they share. */
function mayShare({ team }: Member, shared: boolean): void {
  if (shared && team.role === 'expert') throw new Problem('forbidden');
}

const ofId = ({ team }: Member, id: string) => and(eq(savedView.teamId, team.id), eq(savedView.id, id));

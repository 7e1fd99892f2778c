import { and, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { Answered, type SentCheck } from '@/lib/self-check/sent';
import { findCheck } from '../client/check/find-check';
import { deleteSent } from '../client/delete-sent';
import type { Tx } from '../db/connect';
import { clientLink, sentCheck } from '../db/schema';
import type { Member } from '../deps';
import { Problem } from '../errors';

const SHOWN = 200;

/** What clients sent, the newest first; `open` leaves out what someone took into a session or put away. `of`: only such. */
export async function listSentChecks(tx: Tx, member: Member, state: 'open' | 'all', of?: SQL): Promise<SentCheck[]> {
  const teamId = member.team.id;
  const open = state === 'open' ? isNull(sentCheck.takenBy) : undefined;
  const rows = await tx
    .select({ sent: sentCheck, forName: clientLink.forName })
    .from(sentCheck)
    .leftJoin(clientLink, and(eq(clientLink.teamId, sentCheck.teamId), eq(clientLink.id, sentCheck.linkId)))
    .where(and(eq(sentCheck.teamId, teamId), open, of))
    .orderBy(desc(sentCheck.sentAt), desc(sentCheck.id))
    .limit(SHOWN);
  const titles = new Map<string, string>();
  for (const { sent } of rows) {
    const key = `${sent.selfCheckId} ${sent.selfCheckVersion}`;
    if (!titles.has(key))
      titles.set(key, (await findCheck(tx, teamId, sent.selfCheckId, sent.selfCheckVersion))?.title ?? '');
  }
  return rows.map(({ sent, forName }) => ({
    id: sent.id,
    wish: sent.wish,
    closing: sent.closing,
    organisation: sent.organisation,
    name: sent.name,
    email: sent.email,
    time: sent.time,
    message: sent.message,
    sentAt: sent.sentAt.toISOString(),
    language: sent.language,
    forName: forName ?? '',
    title: titles.get(`${sent.selfCheckId} ${sent.selfCheckVersion}`) ?? '',
    answered: sent.answered.map((one) => Answered.parse(one)),
    takenByName: sent.takenByName,
    sessionId: sent.sessionId,
    mayBringBack: sent.takenBy !== null && mayBringBack(member, sent),
  }));
}

/** What a client sent, by their name as it was given or by the sessions that it went along with. */
export function ofClient(name: string, sessionIds: readonly string[]): SQL | undefined {
  const called = sql`lower(${name})`;
  return or(
    eq(sql`lower(${sentCheck.organisation})`, called),
    eq(sql`lower(${clientLink.forName})`, called),
    sessionIds.length > 0 ? inArray(sentCheck.sessionId, [...sessionIds]) : undefined,
  );
}

/** Marks it as taken into a session. Taken by another session before, it is refused; by the same one, it is done. */
export async function takeSentCheck(tx: Tx, member: Member, id: string, sessionId: string): Promise<void> {
  const itself = and(eq(sentCheck.teamId, member.team.id), eq(sentCheck.id, id));
  const [sent] = await tx.select().from(sentCheck).where(itself).for('update');
  if (!sent) throw new Problem('not-found');
  if (sent.sessionId === sessionId) return;
  if (sent.sessionId) throw new Problem('already-there', { detail: `${sent.takenByName} has taken it already.` });
  const { user } = member;
  await tx.update(sentCheck).set({ sessionId, takenBy: user.id, takenByName: user.name }).where(itself);
}

/** Puts away what needs nothing any more, such as one that the client ended. It stays readable. */
export async function putAway(tx: Tx, member: Member, id: string): Promise<void> {
  const itself = and(eq(sentCheck.teamId, member.team.id), eq(sentCheck.id, id));
  const [sent] = await tx.select().from(sentCheck).where(itself).for('update');
  if (!sent) throw new Problem('not-found');
  const { user } = member;
  if (!sent.takenBy) await tx.update(sentCheck).set({ takenBy: user.id, takenByName: user.name }).where(itself);
}

/** One that was put away: anyone. One in a session: who took it there, and leads. */
function mayBringBack({ user, team }: Member, sent: Pick<typeof sentCheck.$inferSelect, 'sessionId' | 'takenBy'>) {
  return sent.sessionId === null || sent.takenBy === user.id || team.role !== 'expert';
}

/** Offers it to everyone again. When it is no longer where it was, somebody was quicker and nothing is done. */
export async function bringBack(tx: Tx, member: Member, id: string, sessionId: string | null): Promise<void> {
  const itself = and(eq(sentCheck.teamId, member.team.id), eq(sentCheck.id, id));
  const [sent] = await tx.select().from(sentCheck).where(itself).for('update');
  if (!sent) throw new Problem('not-found');
  if (sent.sessionId !== sessionId) return;
  if (!mayBringBack(member, sent)) throw new Problem('forbidden');
  await tx.update(sentCheck).set({ sessionId: null, takenBy: null, takenByName: null }).where(itself);
}

/** Deletes it for good, as its client can. */
export async function dropSentCheck(tx: Tx, member: Member, id: string, now: Date): Promise<void> {
  const teamId = member.team.id;
  if ((await tx.$count(sentCheck, and(eq(sentCheck.teamId, teamId), eq(sentCheck.id, id)))) === 0)
    throw new Problem('not-found');
  await deleteSent(tx, { teamId, id }, now);
}

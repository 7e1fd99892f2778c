import { and, eq } from 'drizzle-orm';
import { clientAddresses } from '@/lib/session/client-addresses';
import { crmMatch, session } from '../../db/schema';
import { asTeam } from '../../db/team-transaction';
import type { Deps, Member } from '../../deps';
import { Problem } from '../../errors';
import { readable } from '../../sessions/may-read';
import { kindsBeside, planItem } from '../delivery/plan';
import { itemUrl } from '../links';
import { fieldValue } from '../mapping/filling';
import { type Mapping, mappingProblems } from '../mapping/mapping';
import { matchSession } from '../match/match';
import { openAccount } from '../open-account';
import type { Preview } from '../wire';
import { definitionOf, readConnection } from './connections';
import { orProblem } from './vendor-problem';

/** What would be written for a session, and with `lookUp` where; nothing is written. */
export async function preview(
  deps: Deps,
  member: Member,
  connectionId: string,
  { mapping, sessionId, lookUp }: { mapping: Mapping; sessionId: string; lookUp: boolean },
): Promise<Preview> {
  const problems = mappingProblems(mapping);
  if (problems.length > 0) throw new Problem('wrong-mapping', { problems: problems.slice(0, 20) });
  const teamId = member.team.id;
  const connection = await readConnection(deps, teamId, connectionId);
  const connector = openAccount(deps.crm, definitionOf(deps, connection.crm), connection);
  const { row, matches } = await asTeam(deps.db, teamId, async (tx) => {
    const of = and(eq(session.teamId, teamId), eq(session.id, sessionId), readable(member, deps.now()));
    const [row] = await tx.select({ session: session.document, expert: session.expertName }).from(session).where(of);
    const inMatch = and(eq(crmMatch.teamId, teamId), eq(crmMatch.connectionId, connectionId));
    return { row, matches: lookUp ? await tx.select().from(crmMatch).where(inMatch) : [] };
  });
  if (!row) throw new Problem('not-found');
  const name = { connectionId, sessionId };
  const how = { origin: deps.crm.origin, caps: connector.caps, mapping, links: [] };
  const plan = (kind: string) => planItem({ ...name, kind }, row, how);
  const note = plan('note');
  if (!note) throw new Problem('not-found');
  const written = { ...row, url: itemUrl(deps.crm.origin, connectionId, sessionId, 'note') };
  const chosen = Object.fromEntries(matches.map(({ key, link }) => [key, link]));
  const matched =
    lookUp && connector.caps.kinds.length > 0
      ? await orProblem(matchSession(sessionId, clientAddresses(row.session), chosen, (query) => connector.find(query)))
      : null;
  return {
    title: note.item.title,
    body: note.item.body,
    form: connector.caps.body,
    shortened: note.shortened,
    tasks: kindsBeside(row.session, connector.caps, mapping).flatMap((kind) => {
      const item = kind === 'fields' ? null : plan(kind)?.item;
      return item ? [{ title: item.title, due: item.due }] : [];
    }),
    fields: mapping.fields.flatMap(({ source, on, field }) => {
      const value = fieldValue(source, written);
      return value === null ? [] : [{ on, field, value: String(value) }];
    }),
    matched: matched && {
      kind: matched.kind,
      matches: matched.kind === 'matched' ? matched.links : matched.kind === 'unsure' ? matched.candidates : [],
    },
  };
}

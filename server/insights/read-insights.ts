import { and, eq, inArray } from 'drizzle-orm';
import type { Insights, InsightsQuery } from '@/lib/insights/insights';
import { monthOf, monthsBetween, monthsLater } from '@/lib/insights/months';
import type { Playbook } from '@/lib/playbooks/playbook';
import { playbook as playbooks } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Deps, Member } from '../deps';
import { Problem } from '../errors';
import { insightsOf } from './insights-of';
import { readTallies } from './tallies';

const USUAL_MONTHS = 12;
/** As many months one may ask for at once. */
const MOST_MONTHS = 36;

/** Insights of the team's sessions that the member may read, or of their own. Only leads and admins may ask for the team. */
export async function readInsights(deps: Deps, member: Member, query: InsightsQuery): Promise<Insights> {
  const now = deps.now();
  const isLead = member.team.role !== 'expert';
  const scope = query.scope ?? (isLead ? 'team' : 'mine');
  if (scope === 'team' && !isLead) throw new Problem('forbidden');
  const to = query.to ?? monthOf(now);
  const from = query.from ?? monthsLater(to, 1 - USUAL_MONTHS);
  const months = from <= to && from >= monthsLater(to, 1 - MOST_MONTHS) ? monthsBetween(from, to).length : 0;
  if (months === 0)
    throw new Problem('malformed', { issues: [{ path: 'from', message: `1 to ${MOST_MONTHS} months, up to "to"` }] });

  // Blocks are made of whole years (see `inBlocks`), so whole years are read.
  const start = new Date(`${from.slice(0, 4)}-01-01T00:00:00Z`);
  const end = new Date(`${Number(to.slice(0, 4)) + 1}-01-01T00:00:00Z`);
  return asTeam(deps.db, member.team.id, async (tx) => {
    const tallies = await readTallies(tx, member, { scope, start, end, now });
    const used = new Set(tallies.sessions.map(({ playbook, version }) => `${playbook} ${version}`));
    const own = await tx
      .select({ document: playbooks.document })
      .from(playbooks)
      .where(
        and(
          eq(playbooks.teamId, member.team.id),
          inArray(playbooks.id, [...new Set(tallies.sessions.map((row) => row.playbook)), '']),
        ),
      );
    const known: Playbook[] = [...deps.shippedPlaybooks, ...own.map(({ document }) => document)];
    const ofSessions = known.filter(({ id, version }) => used.has(`${id} ${version}`));
    return insightsOf(tallies, { scope, from, to, playbook: query.playbook ?? null }, ofSessions);
  });
}

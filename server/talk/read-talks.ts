import { sql } from 'drizzle-orm';
import { type MonthOfTalks, shownTalks } from '@/lib/talk/shown-talks';
import { TALK_QUESTIONS, type TalkInsights } from '@/lib/talk/talk';
import { talkAnswer } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Deps, Member } from '../deps';

/** What the team may see of the answers about its talks. The database counts; no single answer is read. */
export async function readTalks(deps: Deps, { team }: Member): Promise<TalkInsights> {
  const ofQuestion = (name: string) =>
    sql`json_build_object('answers', count(${sql.identifier(name)})::int, 'sum', coalesce(sum(${sql.identifier(name)}), 0)::int) as ${sql.identifier(name)}`;
  const { rows } = await asTeam(deps.db, team.id, (tx) =>
    tx.execute<MonthOfTalks>(sql`
      select to_char(month, 'YYYY-MM') as month, ${sql.join(TALK_QUESTIONS.map(ofQuestion), sql`, `)}
      from ${talkAnswer} where team_id = ${team.id} group by 1`),
  );
  return shownTalks(rows, deps.now());
}

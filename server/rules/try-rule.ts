import { and, desc, eq } from 'drizzle-orm';
import { linesOf } from '@/lib/pitch/check';
import type { CheckContext } from '@/lib/pitch/flag';
import {
  neverFlaggedIn,
  notCarried,
  type TeamLayer,
  teamFlags,
  teamLayer,
  withoutMeaning,
} from '@/lib/pitch/team-layer';
import type { TeamRule } from '@/lib/pitch/team-rule';
import type { Session } from '@/lib/session/session';
import { session } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Deps, Member } from '../deps';
import { readable } from '../sessions/may-read';
import { readSettings } from '../team/settings';
import type { TriedRule } from './wire';

/** The newest sessions that a rule is tried on, and how many documents are held at once. */
const SESSIONS = 200;
const PAGE = 50;
const SHOWN = 50;
const LONGEST_TEXT = 300;

/** Which lines of the sessions that the member may read a rule would flag, where no flag stands yet. */
export async function tryRule(deps: Pick<Deps, 'db' | 'now'>, member: Member, rule: TeamRule): Promise<TriedRule> {
  const teamId = member.team.id;
  const tried: TriedRule = { sessions: 0, sessionsWith: 0, found: 0, lines: [] };
  const { neverFlagged } = await asTeam(deps.db, teamId, (tx) => readSettings(tx, teamId));
  const layer = teamLayer({ rules: [{ id: 'tried', ...rule }], neverFlagged });
  for (let offset = 0; offset < SESSIONS; offset += PAGE) {
    const page = await asTeam(deps.db, teamId, (tx) =>
      tx
        .select({ document: session.document })
        .from(session)
        .where(and(eq(session.teamId, teamId), readable(member, deps.now())))
        .orderBy(desc(session.startedAt), desc(session.id))
        .limit(PAGE)
        .offset(offset),
    );
    for (const { document } of page) {
      const lines = foundIn(document, layer);
      tried.sessions += 1;
      tried.sessionsWith += Math.min(1, lines.length);
      tried.found += lines.length;
      tried.lines.push(...lines.slice(0, SHOWN - tried.lines.length));
    }
    if (page.length < PAGE) break;
  }
  return tried;
}

function foundIn(document: Session, layer: TeamLayer): TriedRule['lines'] {
  const client = document.client.name;
  const theirs = document.people.filter(({ side }) => side === 'client').map(({ name }) => name);
  const context: CheckContext = {
    stage: null,
    sensitivity: 'normal',
    clientNames: [client, ...theirs].filter(Boolean),
  };
  return document.notes.flatMap((note) =>
    linesOf(note).flatMap(({ from, input }) => {
      const never = neverFlaggedIn(input.text, layer);
      const find = (text: string) => teamFlags({ ...input, text }, context, layer, '');
      return notCarried(find(input.text), never, () => find(withoutMeaning(input.text, never)))
        .filter((flag) => !note.flags.some((one) => one.from < from + flag.to && from + flag.from < one.to))
        .filter((flag, at, all) => !all.slice(0, at).some((one) => one.from < flag.to && flag.from < one.to))
        .map((flag) => ({ sessionId: document.id, client, ...shown(input.text, flag) }));
    }),
  );
}

/** A line with its piece, cut around the piece when it is long. */
function shown(text: string, { from, to }: { from: number; to: number }) {
  if (text.length <= LONGEST_TEXT) return { text, from, to };
  const start = Math.max(0, from - 100);
  const cut = text.slice(start, start + LONGEST_TEXT).toWellFormed();
  return { text: cut, from: from - start, to: Math.min(cut.length, to - start) };
}

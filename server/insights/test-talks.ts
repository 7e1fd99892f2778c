import { v7 } from 'uuid';
import { findShipped } from '@/lib/playbooks';
import { measureSession } from '@/lib/session/measure-session';
import { askQuestion } from '@/lib/session/questions';
import type { Session } from '@/lib/session/session';
import { countFlags } from '@/lib/session/standing-flags';
import { anAt, aPlaybook } from '@/test/fixtures';
import type { TestApi } from '../test-api';
import { aFinished, ask, type Caller, type Person, put } from '../test-people';

/** A finished session of an instant, with the first questions of some kinds of stage asked in their order. */
export function aTalk(startedAt: string, asked: readonly string[] = [], change: Partial<Session> = {}): Session {
  const start = Date.parse(startedAt);
  const minute = (n: number) => new Date(start + n * 60_000).toISOString();
  const base = aFinished({ id: v7(), startedAt, finishedAt: minute(50), updatedAt: minute(50) });
  const ids = asked.map((kind) => aPlaybook().stages.find((one) => one.kind === kind)?.questions[0]?.id ?? '');
  const talked = ids.reduce((one, id, at) => askQuestion(one, id, anAt(minute(at + 1))), base);
  return { ...talked, updatedAt: minute(50), ...change };
}

/** Stores a session and its digest at once, as the job would a moment later; the job, which comes after, leaves it. */
export async function store(api: TestApi, who: Person, teamId: string, session: Session, words = 1_000): Promise<void> {
  const stored = await put(api, who, session);
  if (stored.status >= 300) throw new Error(`put: ${JSON.stringify(stored.body)}`);
  await api.pool.query(
    `insert into session_digest (team_id, session_id, revision, flags_by_category, words, measures, look_again_on)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (team_id, session_id) do update set flags_by_category = excluded.flags_by_category,
       words = excluded.words, measures = excluded.measures, look_again_on = excluded.look_again_on`,
    [
      ...[teamId, session.id, session.revision + 1, countFlags(session).standing, words],
      measureSession(session, findShipped(session.playbook) ?? null),
      session.decision.outcome === 'not-yet' ? session.decision.lookAgainOn : null,
    ],
  );
}

export async function insights(api: TestApi, who: Caller, search = '') {
  return ask(api, who, 'GET', `/api/insights${search}`);
}

import { v7 } from 'uuid';
import { RecordMade } from '@/lib/record/wire';
import type { TestApi } from '@/server/test-api';
import { aFinished, ask, put } from '@/server/test-people';
import { aNo } from '../fixtures';
import { aTeamAt, type TeamAt } from './team';

export type ClientSide = {
  team: TeamAt;
  /** Private addresses: of the shipped self-check with times that are offered, and of the decision of a session. */
  check: string;
  record: string;
};

/** A team, and the two addresses that it gave to a client. `name` without spaces. */
export async function aClientSide(origin: string, name: string): Promise<ClientSide> {
  const team = await aTeamAt(origin, name);
  const api = { origin } as TestApi;
  const times = [1, 2].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
  const link = { id: v7(), selfCheckId: 'is-a-talk-worth-it', times };
  const made = await ask(api, team.expert, 'POST', '/api/client-links', link);
  const session = aFinished({ decision: aNo() });
  await put(api, team.expert, session);
  const shared = await ask(api, team.expert, 'POST', `/api/sessions/${session.id}/record`);
  return { team, check: String(made.body.address), record: RecordMade.parse(shared.body).address ?? '' };
}

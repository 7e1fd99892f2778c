import type { Credential } from '@/lib/settings/credential';
import type { TestApi } from '@/server/test-api';
import { aDevice, aTeam, type Person, type Team } from '@/server/test-people';

export type TeamAt = Team & { origin: string; name: string };

/** A team with an admin, a lead and two experts, made over HTTP as people would. Their password is `PASSWORD`. */
export async function aTeamAt(origin: string, name: string): Promise<TeamAt> {
  return { ...(await aTeam({ origin } as TestApi, name)), origin, name };
}

/** What the extension keeps after this person connected it by the device flow. */
export async function credentialOf(team: TeamAt, person: Person): Promise<Credential> {
  const { token } = await aDevice({ origin: team.origin } as TestApi, person);
  return {
    apiOrigin: team.origin,
    token,
    userId: person.id,
    name: person.name,
    email: person.email,
    teamId: team.id,
    teamName: team.name,
    role: 'expert',
  };
}

import type { ClientBase } from 'pg';

/** Ids and addresses of seeded people tell what they are of: team 7's first expert is `seed-7-expert-1`. */
export const teamIdOf = (team: number) => `seed-${team}`;
export const EXPERTS = 8;
export const expertIdOf = (team: number, n: number) => `seed-${team}-expert-${n % EXPERTS}`;
export const leadIdOf = (team: number) => `seed-${team}-lead`;
export const emailOf = (id: string) => `${id}@example.test`;

/** Makes the teams from 0 on that are not there yet: each with an admin, a lead and eight experts, all without a password. */
export async function writePeople(client: ClientBase, teams: number, now: Date): Promise<void> {
  const roles = ['admin', 'lead', ...Array.from({ length: EXPERTS }, (_, n) => `expert-${n}`)];
  const people = Array.from({ length: teams }, (_, team) =>
    roles.map((role) => {
      const id = `${teamIdOf(team)}-${role}`;
      return {
        id,
        team: teamIdOf(team),
        email: emailOf(id),
        role: role.split('-')[0],
        name: `${role} of team ${team}`,
      };
    }),
  ).flat();
  for (const statement of STATEMENTS) await client.query(statement, [JSON.stringify(people), now]);
}

const PEOPLE = 'json_to_recordset($1::json) as p (id text, team text, email text, role text, name text)';
const STATEMENTS = [
  `insert into sign_in.organization (id, name, slug, created_at)
   select distinct team, 'Team ' || team, team, $2::timestamptz from ${PEOPLE} on conflict do nothing`,
  `insert into sign_in."user" (id, name, email, email_verified, created_at, updated_at)
   select id, name, email, true, $2::timestamptz, $2::timestamptz from ${PEOPLE} on conflict do nothing`,
  `insert into sign_in.account (id, account_id, provider_id, user_id, created_at, updated_at)
   select id, id, 'credential', id, $2::timestamptz, $2::timestamptz from ${PEOPLE} on conflict do nothing`,
  `insert into sign_in.member (id, organization_id, user_id, role, created_at)
   select id, team, id, role, $2::timestamptz from ${PEOPLE} on conflict do nothing`,
];

import type { Deps, Member } from '../deps';

/** Counts one mail, so that nobody is flooded from here: neither by a team nor at one address. */
export async function spendMail({ limits }: Pick<Deps, 'limits'>, { team }: Member, to: string): Promise<void> {
  await limits.spend('mailByTeam', team.id);
  await limits.spend('mailByAddress', to.toLowerCase());
}

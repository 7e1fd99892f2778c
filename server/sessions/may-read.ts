import type { Member } from '../deps';

/** Leads and admins read their team's sessions in the web app; everyone, and every connected extension, reads their own. */
export function readsTeam(member: Member): boolean {
  return member.via === 'web' && member.team.role !== 'expert';
}

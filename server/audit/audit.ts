import * as z from 'zod/mini';
import type { Tx } from '../db/connect';
import { auditEntry } from '../db/schema';
import type { Deps } from '../deps';

/** What is written down of who did and saw what. */
export const AuditAction = z.enum([
  'session-read',
  'session-deleted',
  'session-shared',
  'session-reviewed',
  'comment-written',
  'comment-deleted',
  'flag-judged',
  'playbook-published',
  'rule-published',
  'rule-retired',
  'settings-changed',
  'team-renamed',
  'team-exported',
  'insights-exported',
  'member-invited',
  'member-joined',
  'member-role-changed',
  'member-removed',
  'invitation-revoked',
  'device-revoked',
  'deletion-asked',
  'deletion-undone',
  'second-factor-changed',
  'retention-deleted',
  'crm-connected',
  'crm-changed',
  'crm-disconnected',
  'crm-match-chosen',
  'calendar-made',
  'calendar-revoked',
  'self-check-published',
  'client-link-made',
  'client-link-revoked',
  'sent-check-deleted',
  'record-shared',
  'record-answered',
  'record-revoked',
]);
export type AuditAction = z.infer<typeof AuditAction>;

export type Done = {
  action: AuditAction;
  /** An id, never a text; empty for the team itself. */
  target?: string;
  /** Small facts, never words of notes, addresses of people or secrets. */
  details?: Record<string, string | number | boolean>;
};

/** Who did what no person did: the jobs. */
export const BY_ITSELF = { id: '', name: 'Eitherway' };

type Doer = { team: { id: string }; user: { id: string; name: string } };

/** Writes down what a member did, in the transaction in which it is done. */
export async function audit(tx: Tx, deps: Pick<Deps, 'now' | 'newId'>, who: Doer, done: Done): Promise<void> {
  await tx.insert(auditEntry).values({
    teamId: who.team.id,
    id: deps.newId(),
    at: deps.now(),
    actorId: who.user.id,
    actorName: who.user.name,
    action: done.action,
    target: done.target ?? '',
    details: done.details ?? {},
  });
}

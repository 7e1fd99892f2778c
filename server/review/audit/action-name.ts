import type { MessageKey } from '@/components/ui/texts';
import type { AuditAction } from '../../audit/audit';

/** What was done, in words. */
export const ACTION_NAME: Record<AuditAction, MessageKey> = {
  'session-read': 'auditSessionRead',
  'session-deleted': 'auditSessionDeleted',
  'session-shared': 'auditSessionShared',
  'session-reviewed': 'auditSessionReviewed',
  'comment-written': 'auditCommentWritten',
  'comment-deleted': 'auditCommentDeleted',
  'flag-judged': 'auditFlagJudged',
  'playbook-published': 'auditPlaybookPublished',
  'rule-published': 'auditRulePublished',
  'rule-retired': 'auditRuleRetired',
  'settings-changed': 'auditSettingsChanged',
  'team-renamed': 'auditTeamRenamed',
  'team-exported': 'auditTeamExported',
  'insights-exported': 'auditInsightsExported',
  'member-invited': 'auditMemberInvited',
  'member-joined': 'auditMemberJoined',
  'member-role-changed': 'auditMemberRoleChanged',
  'member-removed': 'auditMemberRemoved',
  'invitation-revoked': 'auditInvitationRevoked',
  'device-revoked': 'auditDeviceRevoked',
  'deletion-asked': 'auditDeletionAsked',
  'deletion-undone': 'auditDeletionUndone',
  'second-factor-changed': 'auditSecondFactorChanged',
  'retention-deleted': 'auditRetentionDeleted',
  'crm-connected': 'auditCrmConnected',
  'crm-changed': 'auditCrmChanged',
  'crm-disconnected': 'auditCrmDisconnected',
  'crm-match-chosen': 'auditCrmMatchChosen',
  'calendar-made': 'auditCalendarMade',
  'calendar-revoked': 'auditCalendarRevoked',
  'self-check-published': 'auditSelfCheckPublished',
  'client-link-made': 'auditClientLinkMade',
  'client-link-revoked': 'auditClientLinkRevoked',
  'sent-check-deleted': 'auditSentCheckDeleted',
  'record-shared': 'auditRecordShared',
  'record-answered': 'auditRecordAnswered',
  'record-revoked': 'auditRecordRevoked',
};

export function actionName(action: string): MessageKey {
  return ACTION_NAME[action as AuditAction] ?? 'auditOther';
}

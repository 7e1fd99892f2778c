import type { MessageKey, Texts } from '@/components/ui/texts';
import { Refusal } from '../api/answer';
import { sentenceOf } from '../shell/query-state';

/** Sentences for what the sign-in library says in its own words. */
const SENTENCES: Record<string, MessageKey> = {
  'invalid-email-or-password': 'webWrongPassword',
  'invalid-email': 'webWrongEmail',
  'password-too-short': 'webShortPassword',
  'password-too-long': 'webLongPassword',
  'user-already-exists': 'webHasAccount',
  'user-already-exists-use-another-email': 'webHasAccount',
  'not-invited': 'webNotInvited',
  'invalid-code': 'webWrongCode',
  'invalid-password': 'webWrongOldPassword',
  'invalid-backup-code': 'webWrongBackupCode',
  'account-temporarily-locked': 'webManyCodes',
  'too-many-attempts-request-new-code': 'webManyCodes',
  'invalid-two-factor-cookie': 'webCodeTooLate',
};

/** What went wrong when signing in, as a sentence; null when nothing did. */
export function signInProblem(error: Error | null, t: Texts): string | null {
  if (!error) return null;
  const key = error instanceof Refusal ? SENTENCES[error.code] : undefined;
  return key ? t(key) : sentenceOf(error, t);
}

export const SHORTEST_PASSWORD = 10;

/** What a new account still lacks; null when it can be sent. */
export function accountProblem({ name, email, password }: Record<'name' | 'email' | 'password', string>) {
  if (name.trim() === '') return 'webNameMissing' as const;
  if (!/^\S+@\S+\.\S+$/.test(email.trim())) return 'webWrongEmail' as const;
  return password.length < SHORTEST_PASSWORD ? ('webShortPassword' as const) : null;
}

import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';

export type Account = { name: string; email: string; password: string };

export const NO_ACCOUNT: Account = { name: '', email: '', password: '' };

/** What a new account is made of. */
export function AccountFields({ account, onChange }: { account: Account; onChange: (account: Account) => void }) {
  const t = useTexts();
  const set = (field: keyof Account) => (value: string) => onChange({ ...account, [field]: value });
  return (
    <>
      <TextField label={t('webYourName')} autoComplete="name" value={account.name} onChange={set('name')} />
      <TextField
        label={t('webEmail')}
        type="email"
        autoComplete="username"
        value={account.email}
        onChange={set('email')}
      />
      <TextField
        label={t('webPassword')}
        hint={t('webPasswordHint')}
        type="password"
        autoComplete="new-password"
        value={account.password}
        onChange={set('password')}
      />
    </>
  );
}

import { useState } from 'react';
import { Choice } from '@/components/ui/choice';
import { useTexts } from '@/components/ui/texts';
import { AccountFields } from '../sign-in/account-fields';
import { Form } from '../sign-in/form';
import { SignInForm } from '../sign-in/sign-in-form';
import { useNewAccount } from '../sign-in/use-new-account';
import styles from './join.module.css';

const nothingMore = async () => {};

/** For who is not signed in: a new account that joins at once, or signing in to the one they have. */
export function JoinNew({ token, onJoined }: { token: string; onJoined: () => void }) {
  const t = useTexts();
  const [way, setWay] = useState<'new' | 'have'>('new');
  const start = useNewAccount(nothingMore, onJoined, token);
  return (
    <div className={styles.ways}>
      <Choice
        legend={t('webAccount')}
        look="row"
        value={way}
        onChange={setWay}
        options={[
          { value: 'new', label: t('webAccountNew') },
          { value: 'have', label: t('webAccountHave') },
        ]}
      />
      {way === 'have' ? (
        <SignInForm onDone={() => {}} />
      ) : (
        <Form button={t('webJoinButton')} busy={start.busy} problem={start.problem} onSubmit={() => start.submit()}>
          {start.made ? null : <AccountFields account={start.account} onChange={start.setAccount} />}
        </Form>
      )}
    </div>
  );
}

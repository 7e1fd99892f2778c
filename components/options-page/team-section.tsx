import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { parseApiOrigin } from '@/lib/settings/api-origin';
import { DeviceCode } from './device-code';
import styles from './options-page.module.css';
import { StillSignedIn } from './still-signed-in';
import { type TeamMember, TeamSignedIn } from './team-signed-in';

/** Where signing in stands. `failed` carries one sentence that says what happened. */
export type SignIn =
  | { kind: 'signed-out' }
  | { kind: 'starting' }
  | { kind: 'waiting'; userCode: string; page: string }
  | { kind: 'failed'; sentence: string }
  | { kind: 'signed-in'; member: TeamMember };

/** The team's address, signing in by a code that is confirmed in the browser, and what waits on this device. */
export function TeamSection({
  signIn,
  apiOrigin,
  held,
  outgoing = null,
  stillSignedIn = null,
  onSignIn,
  onCancel,
  onSignOut,
  onSendHeld,
}: {
  signIn: SignIn;
  apiOrigin: string;
  /** Finished sessions that were never meant for a team. */
  held: number;
  /** What has not reached the team yet; shown while signed in. */
  outgoing?: ReactNode;
  /** The team's page on which to end the sign-in, when signing out could not reach its server. */
  stillSignedIn?: string | null;
  onSignIn: (apiOrigin: string) => void;
  onCancel: () => void;
  onSignOut: () => void;
  onSendHeld: () => void;
}) {
  const t = useTexts();
  return (
    <section className={styles.section} aria-labelledby="team">
      <h2 id="team">{t('optionsTeam')}</h2>
      <TeamState
        signIn={signIn}
        apiOrigin={apiOrigin}
        held={held}
        outgoing={outgoing}
        onSignIn={onSignIn}
        onCancel={onCancel}
        onSignOut={onSignOut}
        onSendHeld={onSendHeld}
      />
      {stillSignedIn ? <StillSignedIn page={stillSignedIn} /> : null}
    </section>
  );
}

function TeamState(props: Parameters<typeof TeamSection>[0]) {
  const t = useTexts();
  const { signIn } = props;
  switch (signIn.kind) {
    case 'signed-in':
      return (
        <TeamSignedIn
          member={signIn.member}
          held={props.held}
          outgoing={props.outgoing}
          onSignOut={props.onSignOut}
          onSendHeld={props.onSendHeld}
        />
      );
    case 'waiting':
      return <DeviceCode userCode={signIn.userCode} page={signIn.page} onCancel={props.onCancel} />;
    case 'failed':
      return (
        <>
          <Notice tone="problem" title={signIn.sentence} />
          <SignInForm {...props} busy={false} />
        </>
      );
    case 'starting':
    case 'signed-out':
      return (
        <>
          <p>{t('optionsTeamLead')}</p>
          <SignInForm {...props} busy={signIn.kind === 'starting'} />
        </>
      );
    default:
      throw new Error(`unhandled ${signIn satisfies never}`);
  }
}

function SignInForm({
  apiOrigin,
  onSignIn,
  busy,
}: {
  apiOrigin: string;
  onSignIn: (apiOrigin: string) => void;
  busy: boolean;
}) {
  const t = useTexts();
  const [address, setAddress] = useState(apiOrigin);
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const origin = parseApiOrigin(address);
        setWrong(origin === null);
        if (origin && !busy) onSignIn(origin);
      }}
    >
      <TextField
        label={t('optionsAddress')}
        hint={t('optionsAddressHint')}
        problem={wrong ? t('optionsAddressWrong') : null}
        value={address}
        onChange={setAddress}
        inputMode="url"
        autoComplete="url"
        spellCheck="false"
      />
      <div>
        <Button kind="primary" type="submit" aria-disabled={busy}>
          {t(busy ? 'optionsSignInStarting' : 'optionsSignIn')}
        </Button>
      </div>
    </form>
  );
}

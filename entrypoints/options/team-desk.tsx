import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { TeamSection } from '@/components/options-page/team-section';
import { useTexts } from '@/components/ui/texts';
import { readCredential, watchCredential } from '@/lib/settings/credential';
import { offeredOrigin } from '@/lib/settings/offered-origin';
import { readSettings, writeSettings } from '@/lib/settings/settings';
import { listOutbox, releaseHeld } from '@/lib/storage/outbox';
import { askToDrain } from '@/lib/sync/drain-message';
import { signOut } from '@/lib/sync/sign-out';
import { theStore } from '../sidepanel/device';
import { OutgoingDesk } from './outgoing-desk';
import { useSignIn } from './use-sign-in';

/** Signing in and out of a team, and what the expert still holds back from it. */
export function TeamDesk() {
  const t = useTexts();
  const queries = useQueryClient();
  const credential = useQuery({ queryKey: ['credential'], queryFn: readCredential });
  const settings = useQuery({ queryKey: ['settings'], queryFn: readSettings });
  const held = useQuery({ queryKey: ['kept', 'held'], queryFn: countHeld });
  const signIn = useSignIn();
  useEffect(() => watchCredential((now) => queries.setQueryData(['credential'], now)), [queries]);
  const leave = useMutation({ mutationFn: () => signOut(), onSettled: () => signIn.clear() });
  const send = useMutation({
    mutationFn: async (teamId: string) => {
      await releaseHeld(await theStore(), teamId);
      await askToDrain(true);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['kept'] }),
  });
  if (!settings.isSuccess || credential.isPending) return null;
  const me = credential.data;
  const member =
    me?.teamId && me.teamName && me.role
      ? { name: me.name, email: me.email, teamName: me.teamName, role: me.role }
      : null;
  const noTeam = me && !member ? ({ kind: 'failed', sentence: t('optionsSignInNoTeam') } as const) : null;
  return (
    <TeamSection
      signIn={member ? { kind: 'signed-in', member } : (noTeam ?? signIn.state)}
      apiOrigin={offeredOrigin(settings.data.apiOrigin, import.meta.env.WXT_API_ORIGIN ?? '')}
      held={held.data ?? 0}
      outgoing={me?.teamId ? <OutgoingDesk teamId={me.teamId} /> : null}
      stillSignedIn={leave.data?.kind === 'not-told' ? leave.data.page : null}
      onSignIn={(apiOrigin) => {
        leave.reset();
        void signIn.begin(apiOrigin);
        void writeSettings({ apiOrigin });
      }}
      onCancel={() => void signIn.cancel()}
      onSignOut={() => leave.mutate()}
      onSendHeld={() => me?.teamId && send.mutate(me.teamId)}
    />
  );
}

async function countHeld(): Promise<number> {
  const entries = await listOutbox(await theStore());
  return entries.filter((entry) => entry.kind === 'put' && entry.teamId === null).length;
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type CrmActions, CrmNotes } from '@/components/crm/crm-notes';
import { useTexts } from '@/components/ui/texts';
import type { Session } from '@/lib/session/session';
import type { Credential } from '@/lib/settings/credential';
import { chooseMatch, findMatches, readSessionCrm, retryDelivery } from '@/lib/sync/crm';
import { contentOf, Unread } from './review-queries';
import { useSignedIn } from './use-signed-in';

/** Soon after the session went, later now and then, in ms. */
const EVERY = 5_000;

/** Where the note of one's session stands in the team's CRM, and which record it belongs to. Nothing without a CRM. */
export function CrmDesk({ session }: { session: Session }) {
  const t = useTexts();
  const queries = useQueryClient();
  const who = useSignedIn();
  const key = ['crm', who?.userId, session.id];
  const { data: notes } = useQuery({
    queryKey: key,
    queryFn: async () => contentOf(await readSessionCrm(who as Credential, session.id)),
    enabled: Boolean(who),
    refetchInterval: EVERY,
    retry: false,
  });
  const actions = useMemo<CrmActions>(() => {
    const signedIn = () => {
      if (!who) throw new Unread({ kind: 'signed-out' });
      return who;
    };
    const after = () => queries.invalidateQueries({ queryKey: ['crm'] });
    const at = (connectionId: string) => ({ id: session.id, connectionId });
    return {
      choose: async (connectionId, choice) => {
        contentOf(await chooseMatch(signedIn(), at(connectionId), choice));
        await after();
      },
      find: async (connectionId, query) => contentOf(await findMatches(signedIn(), at(connectionId), query)),
      retry: async (connectionId) => {
        contentOf(await retryDelivery(signedIn(), at(connectionId)));
        await after();
      },
      sentence: (error) => (error instanceof Unread && error.message) || t('reviewNotSent'),
    };
  }, [who, session.id, queries, t]);
  return notes ? <CrmNotes notes={notes} actions={actions} /> : null;
}

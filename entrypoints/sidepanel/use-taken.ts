import { useQuery } from '@tanstack/react-query';
import type { Session } from '@/lib/session/session';
import type { Credential } from '@/lib/settings/credential';
import { takeSentCheck } from '@/lib/sync/sent-checks';
import { contentOf } from './review-queries';
import { useSignedIn } from './use-signed-in';

/** How soon it is said again when the network was away, in ms. */
const EVERY = 30_000;

/** Tells the team once that the self-check went along with this session, as soon as it can be told. */
export function useTaken({ id: sessionId, selfCheck }: Session): void {
  const who = useSignedIn();
  useQuery({
    queryKey: ['taken', who?.userId, sessionId, selfCheck?.id],
    queryFn: async () => {
      contentOf(await takeSentCheck(who as Credential, { id: selfCheck?.id ?? '', sessionId }));
      return true;
    },
    enabled: Boolean(who && selfCheck),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: (query) => (query.state.data ? false : EVERY),
    retry: false,
  });
}

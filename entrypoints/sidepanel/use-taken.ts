import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Session } from '@/lib/session/session';
import type { Credential } from '@/lib/settings/credential';
import { bringSentCheckBack, type Taken, takeSentCheck } from '@/lib/sync/sent-checks';
import { useSignedIn } from './use-signed-in';

/** How soon it is said again when it could not be said, in ms. */
const EVERY = 30_000;

/**
 * Tells the team that the self-check went along with this session, as soon as it can be told; `onGone` when its client
 * deleted it. Gives what was heard, once there is something.
 */
export function useTaken({ id: sessionId, selfCheck }: Session, onGone: () => void): Taken | undefined {
  const who = useSignedIn();
  const { data: told } = useQuery({
    queryKey: ['taken', who?.userId, sessionId, selfCheck?.id],
    queryFn: () => takeSentCheck(who as Credential, { id: selfCheck?.id ?? '', sessionId }),
    // Another team, to which somebody signed in meanwhile, knows nothing of it.
    enabled: Boolean(who && selfCheck && who.teamId === selfCheck.team),
    refetchInterval: (query) => (query.state.data === 'later' ? EVERY : false),
    retry: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known
  useEffect(() => {
    if (told === 'gone') onGone();
  }, [told]);
  return told;
}

/**
 * Tells the team that the self-check of this session is open to everyone again. What cannot be told now, the session says
 * when it is sent.
 */
export function useLetGo({ id: sessionId, selfCheck }: Session): () => void {
  const who = useSignedIn();
  const queries = useQueryClient();
  return () => {
    if (!who || !selfCheck || who.teamId !== selfCheck.team) return;
    void bringSentCheckBack(who, { id: selfCheck.id, sessionId }).then(() =>
      queries.invalidateQueries({ queryKey: ['sent-checks'] }),
    );
  };
}

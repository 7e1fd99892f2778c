import { useQuery } from '@tanstack/react-query';
import { CommentedSessions } from '@/components/review/commented-sessions';
import { commentedQuery } from './review-queries';
import { openSession } from './route';
import { useSignedIn } from './use-signed-in';

/** Comments to read, on the first page; nothing while there are none, nobody is signed in or the network is away. */
export function CommentedDesk({ here }: { here: readonly string[] }) {
  const who = useSignedIn();
  const { data: sessions = [] } = useQuery(commentedQuery(who));
  return (
    <CommentedSessions
      sessions={sessions}
      onDevice={(id) => here.includes(id)}
      teamAddress={(id) => `${who?.apiOrigin}/sessions/${id}`}
      onOpen={(id) => openSession(id)}
    />
  );
}

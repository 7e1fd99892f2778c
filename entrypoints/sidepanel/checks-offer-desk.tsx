import { useQuery } from '@tanstack/react-query';
import { ChecksOffer } from '@/components/self-check/checks-offer';
import { matchSent } from '@/lib/self-check/match-sent';
import type { SentCheck } from '@/lib/self-check/sent';
import { clientAddresses } from '@/lib/session/client-addresses';
import type { Session } from '@/lib/session/session';
import { sentChecksQuery } from './review-queries';
import { useSignedIn } from './use-signed-in';

/** Self-checks that may go along with the session under way; nothing while there are none or nobody is signed in. */
export function ChecksOfferDesk({
  session,
  onTake,
}: {
  session: Session;
  onTake: (one: SentCheck, team: string) => void;
}) {
  const who = useSignedIn();
  const { data: sent = [] } = useQuery(sentChecksQuery(who));
  const talks = sent.filter(({ wish }) => wish === 'talk');
  const fits = matchSent({ name: session.client.name, ...clientAddresses(session) }, talks);
  return <ChecksOffer sent={talks} fits={fits} onTake={(one) => onTake(one, who?.teamId ?? '')} />;
}

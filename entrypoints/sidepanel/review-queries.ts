import { queryOptions } from '@tanstack/react-query';
import { type Credential, readCredential } from '@/lib/settings/credential';
import type { Read } from '@/lib/sync/read-api';
import { listCommented, readReview } from '@/lib/sync/reviews';
import { listSentChecks } from '@/lib/sync/sent-checks';

/** How often comments are looked for while the panel can be seen, in ms. */
const EVERY = 30_000;

/** Why comments could not be read; what was read before stays beside it. */
export class Unread extends Error {
  readonly kind: Exclude<Read<never>['kind'], 'read'>;
  constructor(answer: Exclude<Read<never>, { kind: 'read' }>) {
    super(answer.kind === 'failed' ? answer.sentence : '');
    this.kind = answer.kind;
  }
}

export function contentOf<T>(answer: Read<T>): T {
  if (answer.kind === 'read') return answer.value;
  throw new Unread(answer);
}

/** Who is signed in to a team; null when nobody is. */
export const signedInQuery = queryOptions({
  queryKey: ['signed-in'],
  queryFn: async (): Promise<Credential | null> => {
    const credential = await readCredential();
    return credential?.teamId ? credential : null;
  },
  // Signing in happens in another window; what is shown next knows of it.
  refetchOnMount: 'always',
});

export const commentedQuery = (who: Credential | null | undefined) =>
  queryOptions({
    queryKey: ['commented', who?.userId],
    queryFn: async () => contentOf(await listCommented(who as Credential)),
    enabled: Boolean(who),
    refetchInterval: EVERY,
    retry: false,
  });

/** What clients sent at the end of a self-check and nobody has taken yet. */
export const sentChecksQuery = (who: Credential | null | undefined) =>
  queryOptions({
    queryKey: ['sent-checks', who?.userId],
    queryFn: async () => contentOf(await listSentChecks(who as Credential)),
    enabled: Boolean(who),
    refetchInterval: EVERY,
    retry: false,
  });

export const reviewQuery = (who: Credential | null | undefined, id: string) =>
  queryOptions({
    queryKey: ['review', who?.userId, id],
    queryFn: async () => contentOf(await readReview(who as Credential, id)),
    enabled: Boolean(who),
    refetchInterval: EVERY,
    retry: false,
  });

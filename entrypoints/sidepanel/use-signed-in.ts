import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Credential, watchCredential } from '@/lib/settings/credential';
import { signedInQuery } from './review-queries';

/** Who is signed in to a team, also when that changes while this is on the screen; null when nobody is. */
export function useSignedIn(): Credential | null | undefined {
  const queries = useQueryClient();
  useEffect(
    () => watchCredential(() => void queries.invalidateQueries({ queryKey: signedInQuery.queryKey })),
    [queries],
  );
  return useQuery(signedInQuery).data;
}

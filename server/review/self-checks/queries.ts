import { queryOptions } from '@tanstack/react-query';
import { SelfCheck, type SelfCheckRef } from '@/lib/self-check/self-check';
import { type SentCheck, SentChecks } from '@/lib/self-check/sent';
import { LinkHeads, type NewLinkForm, SelfCheckHeads } from '../../self-checks/wire';
import { contentOf } from '../api/answer';
import { api } from '../api/api';

/** The newest version of every self-check. */
export const selfChecksQuery = queryOptions({
  queryKey: ['self-checks'],
  queryFn: async () => SelfCheckHeads.parse(await contentOf(api['self-checks'].$get())),
});

/** A version of a self-check never changes. */
export const selfCheckQuery = ({ id, version }: SelfCheckRef) =>
  queryOptions({
    queryKey: ['self-check', id, version],
    queryFn: async () => {
      const param = { id, version: String(version) };
      return SelfCheck.parse(await contentOf(api['self-checks'][':id'][':version'].$get({ param })));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

export const publishSelfCheck = (check: SelfCheck) =>
  contentOf(
    api['self-checks'][':id'][':version'].$put({
      param: { id: check.id, version: String(check.version) },
      json: check,
    }),
  );

export const linksQuery = queryOptions({
  queryKey: ['client-links'],
  queryFn: async () => LinkHeads.parse(await contentOf(api['client-links'].$get())),
});
export const makeLink = (json: NewLinkForm) => contentOf(api['client-links'].$post({ json }));
export const endLink = (id: string) => contentOf(api['client-links'][':id'].$delete({ param: { id } }));

/** What clients sent: what nobody took up yet, or everything. */
export const sentQuery = (state: 'open' | 'all') =>
  queryOptions({
    queryKey: ['sent-checks', state],
    queryFn: async () => SentChecks.parse(await contentOf(api['sent-checks'].$get({ query: { state } }))),
  });
export const putAway = (id: string) => contentOf(api['sent-checks'][':id'].away.$post({ param: { id } }));
export const bringBack = ({ id, sessionId }: Pick<SentCheck, 'id' | 'sessionId'>) =>
  contentOf(api['sent-checks'][':id'].back.$post({ param: { id }, json: { sessionId } }));
export const deleteSent = (id: string) => contentOf(api['sent-checks'][':id'].$delete({ param: { id } }));

import { queryOptions } from '@tanstack/react-query';
import type { Mapping } from '../../crm/mapping/mapping';
import { contentOf } from '../api/answer';
import { api } from '../api/api';

const at = api.crm.connections[':id'];

export const kindsQuery = queryOptions({
  queryKey: ['crm-kinds'],
  queryFn: async () => (await contentOf(api.crm.kinds.$get())).kinds,
  staleTime: Number.POSITIVE_INFINITY,
});
export type Kind = Awaited<ReturnType<NonNullable<typeof kindsQuery.queryFn>>>[number];

export const connectionsQuery = queryOptions({
  queryKey: ['crm-connections'],
  queryFn: async () => (await contentOf(api.crm.connections.$get())).connections,
  refetchInterval: 10_000,
});
export type Connection = Awaited<ReturnType<NonNullable<typeof connectionsQuery.queryFn>>>[number];

export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['crm-deliveries', id],
    queryFn: async () => (await contentOf(at.deliveries.$get({ param: { id }, query: {} }))).deliveries,
    refetchInterval: 10_000,
  });

export const fieldsQuery = (id: string, kind: 'person' | 'company' | 'opportunity') =>
  queryOptions({
    queryKey: ['crm-fields', id, kind],
    queryFn: async () => (await contentOf(at.fields[':kind'].$get({ param: { id, kind } }))).fields,
  });

type Filled = Record<string, string>;
export const connect = (json: {
  id: string;
  crm: string;
  name: string;
  filled: Filled;
  consent: boolean;
  sendFrom: string;
}) => contentOf(api.crm.connections.$post({ json }));
export const change = (
  id: string,
  json: { name?: string; mapping?: Mapping; state?: 'on' | 'paused'; filled?: Filled },
) => contentOf(at.$patch({ param: { id }, json }));
export const disconnect = (id: string) => contentOf(at.$delete({ param: { id } }));
export const retryAll = (id: string) => contentOf(at.retry.$post({ param: { id }, json: {} }));
/** Where the vendor asks the person to consent. */
export const consentAt = async (id: string) => (await contentOf(at.consent.$post({ param: { id } }))).url;
export const previewOf = (id: string, json: { mapping: Mapping; sessionId: string; lookUp: boolean }) =>
  contentOf(at.preview.$post({ param: { id }, json }));
export type Preview = Awaited<ReturnType<typeof previewOf>>;

/** The last sessions, to try a mapping on. */
export const lastSessionsQuery = queryOptions({
  queryKey: ['sessions', 'last'],
  queryFn: async () => (await contentOf(api.sessions.$get({ query: { limit: '20' } }))).sessions,
});

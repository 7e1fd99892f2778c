import * as z from 'zod/mini';
import { DeliveryLine, DeliveryState, Match } from '@/lib/crm/session-crm';
import { Id, Instant } from '@/lib/session/note';
import { EmailAddress } from '@/lib/session/session';
import { Mapping } from './mapping/mapping';

const Words = z.string().check(z.maxLength(300));
const Filled = z.record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(4_000)));

export const ConnectionParam = z.object({ id: Id });
export const AtConnection = z.object({ id: Id, connectionId: Id });
export const FieldsParam = z.object({ id: Id, kind: z.enum(['person', 'company', 'opportunity']) });

/** A kind of CRM, and what is filled in to connect one. */
export const CrmKind = z.object({
  id: z.string(),
  name: z.string(),
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      hint: z.nullable(z.string()),
      kind: z.enum(['text', 'secret', 'url']),
      required: z.boolean(),
    }),
  ),
  /** Whether one connects by consent at the vendor. */
  consent: z.boolean(),
});
export const CrmKinds = z.object({ kinds: z.array(CrmKind) });
export type CrmKind = z.infer<typeof CrmKind>;

export const ConnectionState = z.enum(['waiting', 'on', 'paused', 'attention']);

export const Connection = z.object({
  id: Id,
  crm: z.string(),
  crmName: z.string(),
  name: z.string(),
  account: z.nullable(z.object({ name: z.string(), url: z.nullable(z.string()), missing: z.array(z.string()) })),
  settings: z.record(z.string(), z.string()),
  mapping: Mapping,
  state: ConnectionState,
  problem: z.nullable(z.string()),
  sendFrom: Instant,
  createdBy: z.string(),
  checkedAt: z.nullable(Instant),
  /** Nothing is sent before then, because it failed so often or asked us to wait. */
  notBefore: z.nullable(Instant),
  counts: z.object({ done: z.int(), waiting: z.int(), needsMatch: z.int(), needsPerson: z.int() }),
  lastDeliveredAt: z.nullable(Instant),
});
export type Connection = z.infer<typeof Connection>;
export const Connections = z.object({ connections: z.array(Connection) });

export const NewConnection = z.object({
  id: Id,
  crm: z.string().check(z.maxLength(40)),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  /** What is filled in, secrets among it; empty when consent follows. */
  filled: Filled,
  consent: z.boolean(),
  /** Sessions finished before this stay out. */
  sendFrom: Instant,
});
export type NewConnection = z.infer<typeof NewConnection>;

export const ConnectionChange = z.object({
  name: z.optional(NewConnection.shape.name),
  mapping: z.optional(Mapping),
  state: z.optional(z.enum(['on', 'paused'])),
  /** New access; takes the place of what was there. */
  filled: z.optional(Filled),
});
export type ConnectionChange = z.infer<typeof ConnectionChange>;

export const Consent = z.object({ url: z.string() });
/** What a vendor sends a person back with. */
export const ConsentAnswer = z.object({
  state: z.string().check(z.minLength(20), z.maxLength(200)),
  code: z.optional(z.string().check(z.maxLength(4_000))),
  error: z.optional(Words),
});

export const Field = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(['text', 'number', 'date', 'boolean', 'choice']),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
  maxLength: z.nullable(z.int()),
  writable: z.boolean(),
});
export const Fields = z.object({ fields: z.array(Field) });

export const Deliveries = z.object({ deliveries: z.array(DeliveryLine) });
export const DeliveriesQuery = z.object({ state: z.optional(DeliveryState) });

export const MatchQuery = z.union([
  z.object({ email: EmailAddress }),
  z.object({
    domain: z.string().check(z.trim(), z.toLowerCase(), z.maxLength(253), z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)),
  }),
]);

export const PreviewAsked = z.object({ mapping: Mapping, sessionId: Id, lookUp: z.boolean() });
export const Preview = z.object({
  title: z.string(),
  body: z.string(),
  form: z.enum(['html', 'markdown', 'text']),
  shortened: z.boolean(),
  tasks: z.array(z.object({ title: z.string(), due: z.nullable(z.string()) })),
  fields: z.array(z.object({ on: z.string(), field: z.string(), value: z.string() })),
  /** Where it would go; null when that was not asked, or nobody can say. */
  matched: z.nullable(z.object({ kind: z.enum(['matched', 'unsure', 'nowhere']), matches: z.array(Match) })),
});
export type Preview = z.infer<typeof Preview>;

export const RetryAsked = z.object({ sessionId: z.optional(Id) });
export const Retried = z.object({ deliveries: z.int() });

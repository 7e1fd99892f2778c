import * as z from 'zod/mini';
import { Language, SelfCheck, Slug } from '@/lib/self-check/self-check';
import { Id, Instant } from '@/lib/session/note';
import { EmailAddress } from '@/lib/session/session';

export const SelfCheckHead = z.object({
  id: Slug,
  version: SelfCheck.shape.version,
  title: z.string(),
  language: Language,
  languages: z.array(Language),
  from: z.enum(['eitherway', 'team']),
  publishedAt: z.nullable(Instant),
});
export type SelfCheckHead = z.infer<typeof SelfCheckHead>;
export const SelfCheckHeads = z.object({ selfChecks: z.array(SelfCheckHead) });
export const VersionParam = z.object({ id: Slug, version: z.string().check(z.regex(/^[1-9]\d{0,5}$/)) });

/** A time that is offered, on the clock of who offers it. */
const OfferedTime = z.iso.datetime({ offset: true });

/** A link to a self-check. The id is made by who asks, so that asking twice is asking once. */
export const NewLinkForm = z.object({
  id: Id,
  selfCheckId: Slug,
  forName: z._default(z.string().check(z.trim(), z.maxLength(200)), ''),
  forEmail: z._default(z.union([z.literal(''), EmailAddress]), ''),
  times: z._default(z.array(OfferedTime).check(z.maxLength(10)), []),
  /** Whether its address is mailed to them as well, on a server that sends mail. */
  mail: z._default(z.boolean(), false),
  /** How long it can be opened. */
  days: z._default(z.int().check(z.minimum(1), z.maximum(365)), 30),
});
export type NewLinkForm = z.infer<typeof NewLinkForm>;
export const MadeLink = z.object({ id: Id, address: z.string(), expiresAt: Instant, mailed: z.boolean() });

export const LinkHead = z.object({
  id: Id,
  selfCheckId: Slug,
  forName: z.string(),
  forEmail: z.string(),
  times: z.array(z.string()),
  madeByName: z.string(),
  madeAt: Instant,
  expiresAt: Instant,
  revokedAt: z.nullable(Instant),
});
export type LinkHead = z.infer<typeof LinkHead>;
export const LinkHeads = z.object({ links: z.array(LinkHead) });

export const TakeForm = z.object({ sessionId: Id });
/** The session that it was in; null for one that was put away. */
export const BackForm = z.object({ sessionId: z.nullable(Id) });
export const StateQuery = z.object({ state: z._default(z.enum(['open', 'all']), 'open') });

import * as z from 'zod/mini';
import { Id, Instant } from '@/lib/session/note';
import { EmailAddress } from '@/lib/session/session';
import { Change } from './changes';
import { RecordDocument, RecordResponse } from './record';

export const RecordVersion = z.object({
  version: z.int(),
  madeOf: z.enum(['session', 'correction']),
  madeByName: z.string(),
  madeAt: Instant,
  /** What reads otherwise than in the version before. */
  changes: z.array(Change),
});

/** A decision record as its team reads it. */
export const SharedRecord = z.object({
  version: z.int(),
  document: RecordDocument,
  versions: z.array(RecordVersion),
  responses: z.array(RecordResponse),
  /** The client's address, when there is one that opens: when it was made and until when. */
  link: z.nullable(z.object({ madeAt: Instant, expiresAt: Instant })),
  /** Whether the address can be sent by mail from here. */
  mail: z.boolean(),
  /** Whether the session says something else by now. */
  isBehind: z.boolean(),
});
export type SharedRecord = z.infer<typeof SharedRecord>;
/** Null while it was not shared. */
export const RecordAnswer = z.object({ record: z.nullable(SharedRecord) });

/** The address is told once: only its hash is kept. Null when there is one already. */
export const RecordMade = z.object({ version: z.int(), address: z.nullable(z.string()) });
export type RecordMade = z.infer<typeof RecordMade>;

export const RecordMailed = z.object({ to: EmailAddress });

export const ResponseAnswer = z.object({
  answer: z.enum(['accepted', 'answered']),
  text: z._default(z.string().check(z.maxLength(2_000)), ''),
});
export type ResponseAnswer = z.infer<typeof ResponseAnswer>;
export const ResponseParam = z.object({ id: Id, responseId: z.uuid() });

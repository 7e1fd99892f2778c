import * as z from 'zod/mini';
import { Instant } from '@/lib/session/note';

/** A member's own feed; where it is, is told once, when it is made. */
export const OwnFeed = z.object({ feed: z.nullable(z.object({ madeAt: Instant, readAt: z.nullable(Instant) })) });
export type OwnFeed = z.infer<typeof OwnFeed>;

export const NewFeed = z.object({ address: z.string(), madeAt: Instant });
export type NewFeed = z.infer<typeof NewFeed>;
